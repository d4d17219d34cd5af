import { describe, expect, it } from 'vitest';
import type { Phrases } from '../../src/bot/phrases/phrases.ts';
import { phrasesIn } from '../../src/bot/phrases/phrases-in.ts';
import { INTERFACE_LANGUAGES } from '../../src/core/platform.ts';

function everyPhrase(phrases: Phrases): Map<string, string> {
  const found = new Map<string, string>();
  const collect = (path: string, value: unknown): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'function') collect(`${path}()`, value('7'));
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) collect(`${path}.${name}`, inner);
  };
  collect('', phrases);
  return found;
}

describe('the desk’s own words', () => {
  it.each(INTERFACE_LANGUAGES)('name every command in "%s"', (language) => {
    const { help } = phrasesIn(language);
    for (const command of ['summary', 'who-said', 'check', 'digest', 'sources', 'settings', 'forget'])
      expect(help).toContain(command);
  });

  it('differ from language to language, and say in each what the others fill in', () => {
    const [english, ...others] = INTERFACE_LANGUAGES.map((language) => everyPhrase(phrasesIn(language)));
    if (english === undefined) throw new Error('there is no language');
    for (const other of others) {
      expect([...other.keys()]).toEqual([...english.keys()]);
      for (const [path, phrase] of other) {
        expect(phrase.trim()).not.toBe('');
        expect(phrase, path).not.toBe(english.get(path));
        expect(phrase.includes('7'), path).toBe(english.get(path)?.includes('7'));
      }
    }
  });
});
