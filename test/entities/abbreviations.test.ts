import { describe, expect, it } from 'vitest';
import { findAbbreviations } from '../../src/entities/abbreviations.ts';

describe('abbreviations that a text explains', () => {
  it.each([
    ['The Harbour Board of Trade (HBT) met.', [['hbt', 'harbour board of trade']]],
    ['An audit of the Ministry of Digital Ports (MoDP) is due.', [['modp', 'ministry of digital ports']]],
    ['HBT (Harbour Board of Trade) met.', [['hbt', 'harbour board of trade']]],
    ['Das Bundesamt für Wolkenfragen (“BfW”) warnt.', [['bfw', 'bundesamt fur wolkenfragen']]],
    ['The ships (HBT) came late.', []],
    ['Ada Holm (CEO) spoke.', []],
    ['It grew (see Table 3) fast.', []],
    ['The Board\nof Trade (BT) met.', []],
  ])('%s', (text, expected) => {
    expect(findAbbreviations(text).map(({ short, long }) => [short, long])).toEqual(expected);
  });
});
