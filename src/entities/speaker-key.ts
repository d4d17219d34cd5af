import type { AnalysedDocument } from '../core/document.ts';
import type { EntityKind } from '../core/entity.ts';
import type { SpeakerIdentity } from '../core/statement.ts';
import { type Abbreviation, findAbbreviations } from './abbreviations.ts';
import { kindInText, kindOfName } from './name-kind.ts';
import { nameKey } from './name-words.ts';
import { splitRoles } from './role-words.ts';

/**
 * What a speaker counts under:
 *
 *     octave klaba        a full name, or the name of a body: the same in all documents
 *     klaba@daily-17      a single word that may be a surname: of this document only, as no two documents need mean the
 *                         same Klaba
 *     ovhcloud/ceo        a post whose holder the document does not name
 *     /commissioner       a post that the document ties to no body: nobody in particular
 *
 * Folded words hold letters and digits only, so the three signs cannot stand in them.
 */
export interface SpeakerKeys {
  /** Whether the document uses the name as that of a body. */
  isBody(name: string): boolean;
  /** `undefined` where there is neither name nor post. */
  keyOf(speaker: SpeakerIdentity): string | undefined;
  kindOf(speaker: SpeakerIdentity): EntityKind | 'unknown';
  readonly abbreviations: readonly Abbreviation[];
}

type NamedText = Pick<AnalysedDocument, 'id' | 'text' | 'statements' | 'publisher'>;

/** Roles may be whole clauses. */
const LONGEST_POST = 60;

export const SCOPE_SIGN = '@';
export const POST_SIGN = '/';

/** Names the speakers of one document. */
export function createSpeakerKeys(document: NamedText): SpeakerKeys {
  const abbreviations = document.statements.length === 0 ? [] : findAbbreviations(document.text);
  const longOf = new Map(abbreviations.map(({ short, long }) => [short, long]));
  const kinds = new Map<string, EntityKind | 'unknown'>();
  const bodies = bodiesOf(document);

  function kindOf({ name, role }: SpeakerIdentity): EntityKind | 'unknown' {
    if (name === undefined) return role === undefined ? 'body' : 'unknown';
    const key = nameKey(name);
    const known = kinds.get(key);
    if (known !== undefined && (known !== 'unknown' || role === undefined)) return known;
    const kind = judgeKind({ name, key, role });
    kinds.set(key, kind);
    return kind;
  }

  function judgeKind({ name, key, role }: { name: string; key: string; role?: string }): EntityKind | 'unknown' {
    const byName = kindOfName(name);
    if (byName !== 'unknown' || longOf.has(key)) return 'body';
    if (role !== undefined) return 'person';
    if (bodies.has(key)) return 'body';
    return key.includes(' ') ? 'unknown' : kindInText(name, document.text);
  }

  return {
    abbreviations,
    kindOf,
    isBody: (name) => kindOf({ name }) === 'body',
    keyOf(speaker) {
      const { name, role, organisation } = speaker;
      const key = nameKey(name ?? '');
      if (key === '') {
        const body = nameKey(organisation ?? '');
        const whole = longOf.get(body) ?? body;
        if (role === undefined) return whole === '' ? undefined : whole;
        return `${whole}${POST_SIGN}${(splitRoles(role)[0] ?? '').slice(0, LONGEST_POST)}`;
      }
      const long = longOf.get(key);
      if (long !== undefined) return long;
      return key.includes(' ') || kindOf(speaker) === 'body' ? key : `${key}${SCOPE_SIGN}${document.id.slice(0, 80)}`;
    },
  };
}

/**
 * What the document itself uses as a body: outlets, its publisher, and organisations of its speakers of several words. One
 * of a single word may be a person ("Klaba's spokesman").
 */
function bodiesOf({ statements, publisher }: NamedText): ReadonlySet<string> {
  const organisations = statements.flatMap(({ speaker }) => nameKey(speaker?.organisation ?? ''));
  const outlets = [...statements.map(({ via }) => via ?? ''), publisher ?? ''].map(nameKey);
  return new Set([...outlets, ...organisations.filter((key) => key.includes(' '))].filter((key) => key !== ''));
}

/** The id of an entity: its key, readable and fit for an address. */
export function entityIdOf(key: string): string {
  return key.replaceAll(' ', '-');
}

/** The opposite. Only what stands before the scope sign is words. */
export function keyOfEntityId(id: string): string {
  const at = id.indexOf(SCOPE_SIGN);
  const words = (at < 0 ? id : id.slice(0, at)).replaceAll('-', ' ');
  return at < 0 ? words : words + id.slice(at);
}
