import { IRREGULAR_BASES } from './irregular-forms.ts';
import type { PartOfSpeech } from './relation-table.ts';

/** Endings of inflected forms and what stands in their place in the base form, after WordNet's Morphy. */
const ENDINGS: readonly (readonly [ending: string, base: string, part: PartOfSpeech])[] = [
  ['ies', 'y', 'noun'],
  ['ses', 's', 'noun'],
  ['xes', 'x', 'noun'],
  ['zes', 'z', 'noun'],
  ['ches', 'ch', 'noun'],
  ['shes', 'sh', 'noun'],
  ['men', 'man', 'noun'],
  ['s', '', 'noun'],
  ['ies', 'y', 'verb'],
  ['ied', 'y', 'verb'],
  ['es', 'e', 'verb'],
  ['es', '', 'verb'],
  ['s', '', 'verb'],
  ['ed', 'e', 'verb'],
  ['ed', '', 'verb'],
  ['ing', 'e', 'verb'],
  ['ing', '', 'verb'],
  ['ier', 'y', 'adjective'],
  ['iest', 'y', 'adjective'],
  ['er', 'e', 'adjective'],
  ['er', '', 'adjective'],
  ['est', 'e', 'adjective'],
  ['est', '', 'adjective'],
];
const SHORTEST_BASE = 2;
/** "stopped", "bigger": the consonant is doubled before the ending. */
const DOUBLED = /([bdfgklmnprtvz])\1$/;

export interface BaseForm {
  readonly word: string;
  /** What the form tells of the part of speech; absent for a word as it stands and irregular forms. */
  readonly part?: PartOfSpeech;
}

/**
 * What a folded word may be a form of, itself first; of the others only some exist. American spellings of "-ise" and
 * "-our" are not made: WordNet lists both.
 */
export function baseForms(word: string): BaseForm[] {
  const forms: BaseForm[] = [{ word }];
  for (const base of IRREGULAR_BASES.get(word) ?? []) forms.push({ word: base });
  for (const [ending, replacement, part] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length + replacement.length < SHORTEST_BASE) continue;
    if (ending === 's' && word.endsWith('ss')) continue;
    const stem = word.slice(0, word.length - ending.length);
    forms.push({ word: stem + replacement, part });
    if (replacement === '' && ending !== 's' && DOUBLED.test(stem)) forms.push({ word: stem.slice(0, -1), part });
  }
  return forms;
}
