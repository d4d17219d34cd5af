import { describe, expect, it } from 'vitest';
import { isOneEditAway } from '../../src/entities/find-speaker.ts';
import { kindInText, kindOfName } from '../../src/entities/name-kind.ts';
import { nameKey } from '../../src/entities/name-words.ts';
import { foldRole, isSinglePost, splitRoles } from '../../src/entities/role-words.ts';
import { entityIdOf, keyOfEntityId } from '../../src/entities/speaker-key.ts';

describe('the key of a name', () => {
  it.each([
    ['Anaïs Müller', 'anais muller'],
    ['ANAIS MULLER', 'anais muller'],
    ['Dr. Anaïs Müller', 'anais muller'],
    ['Mr Jonas K. Verhelst', 'jonas verhelst'],
    ['Jonas Verhelst Jr.', 'jonas verhelst jr'],
    ['the Harbour Board', 'harbour board'],
    ['Nebulo Systems, Inc.', 'nebulo systems'],
    ['Nebulo SE', 'nebulo'],
    ['Nebulo GmbH', 'nebulo'],
    ['J.D. Holm', 'jd holm'],
    ['Inc.', 'inc'],
    ['—', ''],
  ])('of “%s” is “%s”', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('what a name is the name of', () => {
  it.each([
    ['Harbour Board', 'body'],
    ['Nebulo GmbH', 'body'],
    ['HBT', 'body'],
    ['VivaCloud', 'body'],
    ['Ministère des Ports', 'body'],
    ['Ada Holm', 'unknown'],
    ['McKenna', 'unknown'],
    ['Holm', 'unknown'],
  ])('“%s”: %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });

  it.each([
    ['Nebulo', 'Its analyst at Nebulo spoke.', 'body'],
    ['Nebulo', 'The shares of Nebulo fell.', 'body'],
    ['Admiralty', 'The Admiralty said so.', 'body'],
    ['Holm', 'Mr. Holm said so.', 'person'],
    ['Holm', 'Holm, who leads it, said so.', 'person'],
    ['Holm', "Holm's spokesman said so; the Holm campaign did not.", 'unknown'],
    ['Holm', 'Nothing here.', 'unknown'],
  ])('“%s” in “%s”: %s', (name, text, kind) => {
    expect(kindInText(name, text)).toBe(kind);
  });
});

describe('roles', () => {
  it.each([
    ['Chief Executive Officer', 'ceo'],
    ['chief executive', 'ceo'],
    ['Spokeswoman', 'spokesperson'],
    ['Vice President', 'vice president'],
  ])('“%s” is “%s”', (role, folded) => {
    expect(foldRole(role)).toBe(folded);
  });

  it('reads several posts out of one role', () => {
    expect(splitRoles('Founder and Chief Executive Officer')).toEqual(['founder', 'ceo']);
  });

  it.each([
    ['ceo', true],
    ['interior minister', true],
    ['minister of transport', true],
    ['vice president', false],
    ['analyst', false],
    ['former ceo', false],
    ['spokesperson', false],
  ])('whether one person at a time is “%s”: %s', (role, expected) => {
    expect(isSinglePost(role)).toBe(expected);
  });
});

describe('the id of an entity', () => {
  it.each(['octave verhelst', 'verhelst@brief-2026-06', 'harbour board of trade', 'nebulo'])(
    'leads back to “%s”',
    (key) => {
      expect(keyOfEntityId(entityIdOf(key))).toBe(key);
      expect(entityIdOf(key)).not.toContain(' ');
    },
  );
});

describe('one letter wrong', () => {
  it.each([
    ['verhelst', 'verhels', true],
    ['verhelst', 'verhellst', true],
    ['verhelst', 'verhalst', true],
    ['verhelst', 'vehrelst', true],
    ['verhelst', 'verhelst', false],
    ['verhelst', 'vehrelts', false],
    ['holm', 'holmes', false],
  ])('%s, %s: %s', (a, b, expected) => {
    expect(isOneEditAway(a, b)).toBe(expected);
    expect(isOneEditAway(b, a)).toBe(expected);
  });
});
