import type { InterfaceLanguage } from '../../core/platform.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import type { Phrases } from './phrases.ts';

const BY_LANGUAGE: Readonly<Record<InterfaceLanguage, Phrases>> = { en: ENGLISH, fr: FRENCH, de: GERMAN };

export function phrasesIn(language: InterfaceLanguage): Phrases {
  return BY_LANGUAGE[language];
}
