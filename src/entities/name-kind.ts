import type { EntityKind } from '../core/entity.ts';
import { nameWords } from './name-words.ts';

/** Words of which one in a name shows that it is no person's. Folded; extend freely. */
const BODY_WORDS: ReadonlySet<string> = new Set(
  `commission council parliament senate congress house government ministry department office agency authority bureau
  bank court tribunal committee board union federation association alliance coalition confederation organisation
  organization institute institution university college school academy foundation fund group party campaign company
  corporation companies industries technologies systems solutions services holdings partners ventures capital research
  consulting advisory analytics labs lab cloud networks telecom airlines airways motors energy press news times post
  journal gazette herald tribune radio television media police army navy force forces nato eu un club society centre
  center network initiative project team administration service treasury exchange chamber museum hospital church
  kommission bundestag bundesrat bundesregierung ministerium bundesamt behorde amt verband verein stiftung partei gericht
  universitat institut regierung parlament ausschuss
  commission conseil parlement senat assemblee gouvernement ministere agence autorite banque cour comite syndicat
  federation fondation universite parti societe entreprise groupe direction union`.split(/\s+/),
);
const LEGAL = /\b(?:Inc|Corp|Ltd|LLC|LLP|PLC|plc|GmbH|AG|SE|S\.?A\.?S?|SARL|B\.?V\.?|N\.?V\.?|SpA)\.?$/;
const ACRONYM = /^(?:\p{Lu}\.?){2,6}$|^\p{Lu}+&\p{Lu}+$/u;
/** Capitals inside a word ("OVHcloud", "VivaTech"), which few surnames have. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}/u;
const SURNAME_PREFIX = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O['’]|D['’])/u;

/** What the words of a name tell by themselves. */
export function kindOfName(name: string): EntityKind | 'unknown' {
  const bare = name.replace(/^(?:the|la|le|les|die|der|das)\s+/iu, '').trim();
  if (LEGAL.test(bare) || (ACRONYM.test(bare) && !bare.includes(' '))) return 'body';
  if (nameWords(bare).some((word) => BODY_WORDS.has(word))) return 'body';
  const isCamel = bare.split(/\s+/).some((word) => INNER_CAPITAL.test(word) && !SURNAME_PREFIX.test(word));
  return isCamel ? 'body' : 'unknown';
}

/**
 * What the text around a name of one word tells: "the Kremlin said", "Nebulo's customers", "analyst at Nebulo" of a body,
 * "Mr Klaba", "Klaba, who" of a person. "Klaba's spokesman" and "the Klaba campaign" tell nothing: people have them too.
 */
export function kindInText(name: string, text: string): EntityKind | 'unknown' {
  const around = placesOf(name, text);
  if (around === '') return 'unknown';
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const person = new RegExp(
    `\\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|President|Senator|Sen|Minister|Chancellor|Herr|Frau|Mme|Madame|Monsieur)\\.? ${word}\\b|\\b${word}, who\\b|\\b${word} himself\\b|\\b${word} herself\\b`,
    'u',
  );
  if (person.test(around)) return 'person';
  const body = new RegExp(
    `\\b${word}['’]s? (?:CEO|CTO|CFO|shares|stock|board|customers|employees|revenue|headquarters|data cent|products)` +
      `|\\b(?:CEO|CTO|CFO|chief executives?|founders?|analysts?|partners?|engineers?|researchers?|executives?|shares|customers|employees) (?:of|at) (?:the )?${word}\\b` +
      `|\\b[Tt]he ${word}(?:[,.]| (?:said|says|has|had|is|was|will|would|also|told|and)\\b)|\\b${word} (?:Inc|Corp|Ltd|GmbH|AG|SE|SA)\\b|\\b${word}, which\\b`,
    'u',
  );
  return body.test(around) ? 'body' : 'unknown';
}

/** Code units looked at on either side of a name: more than the longest of the patterns takes. */
const REACH = 40;
const MOST_PLACES = 30;

/** The surroundings of a name: short, as the patterns are slow over whole texts. */
function placesOf(name: string, text: string): string {
  const places: string[] = [];
  for (let at = text.indexOf(name); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(name, at + name.length)) {
    places.push(text.slice(Math.max(0, at - REACH), at + name.length + REACH));
    if (name === '') break;
  }
  return places.join('\n');
}
