import { describe, expect, it } from 'vitest';
import { describeSpeaker, isSpeakerNamed, isSpeakerOfClass } from '../../src/answering/match-speakers.ts';

const tomas = { name: 'Tomas Reyes', role: 'Senior Analyst', organisation: 'Bluewater Research' };
const ilse = { name: 'Ilse Brandt', role: 'CEO', organisation: 'Nordhafen' };

describe('whether a question names a speaker', () => {
  it.each([
    ['Tomas Reyes', tomas, true],
    ['Reyes', tomas, true],
    ['Bluewater', tomas, true],
    ['Bluewater Research', tomas, true],
    ["Bluewater's analyst", tomas, true],
    ['senior analyst', tomas, true],
    ['CEO of Nordhafen', ilse, true],
    ["Nordhafen's CEO", ilse, true],
    ['Nordhaven', ilse, true],
    ['President Osei', { name: 'Mira Osei' }, true],
    ['President Osei', { name: 'Mira Osei', role: 'Senator' }, false],
    ['Ilse Reyes', ilse, false],
    ['CEO of Kelp', ilse, false],
    ['Gartner', { name: 'Partner' }, false],
    ['analyst', { name: 'Ann Lee', role: 'minister' }, false],
    ['', tomas, false],
  ])('%s', (asked, speaker, expected) => {
    expect(isSpeakerNamed(asked, speaker)).toBe(expected);
  });
});

describe('whether a speaker belongs to a class', () => {
  it.each([
    ['analysts', tomas, true],
    ['analysts', { name: 'Mira Osei', role: 'Partner', organisation: 'Lantern Research' }, true],
    ['analysts', ilse, false],
    ['executives', ilse, true],
    ['officials', { name: 'Ada Holm', role: 'Commerce Secretary' }, true],
    ['companies', { name: 'Nordhafen' }, true],
    ['companies', ilse, false],
    ['senators', { name: 'Ann Lee', role: 'Senator' }, true],
  ])('%s', (asked, speaker, expected) => {
    expect(isSpeakerOfClass(asked, speaker)).toBe(expected);
  });
});

describe('a speaker in words', () => {
  it.each([
    [tomas, 'Tomas Reyes, Senior Analyst at Bluewater Research'],
    [ilse, 'Ilse Brandt, CEO of Nordhafen'],
    [{ name: 'Nordhafen' }, 'Nordhafen'],
    [{ role: 'CEO', organisation: 'Nordhafen' }, 'CEO of Nordhafen'],
    [{}, ''],
  ])('%j', (speaker, expected) => {
    expect(describeSpeaker(speaker)).toBe(expected);
  });
});
