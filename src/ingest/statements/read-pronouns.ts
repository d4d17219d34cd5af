import type { Sentence } from '../../core/document.ts';
import { buildEntityTable } from './entities.ts';
import { resolvePronouns } from './pronouns.ts';
import { readUnits } from './units.ts';

interface NamedPronoun {
  readonly start: number;
  readonly end: number;
  /** The longest name that the document gives the person. */
  readonly name: string;
}

/** The pronouns he, she and their forms outside quotations that clearly stand for a named person, in order. */
export function readPronouns(document: { text: string; sentences: readonly Sentence[] }): NamedPronoun[] {
  const units = readUnits(document);
  const resolved = resolvePronouns(units, buildEntityTable(units));
  return [...resolved.values()].map(({ start, end, entity }) => ({ start, end, name: entity.name }));
}
