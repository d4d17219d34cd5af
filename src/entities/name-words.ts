import { tokenise } from '../core/text/terms.ts';

/** Folded. Words before a name that are no part of it. */
const HONORIFICS: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady madam madame mme mlle monsieur messrs herr frau signor signora
  senor senora sen rep gov gen col capt sgt lt rev hon pres maitre`.split(/\s+/),
);
const ARTICLES: ReadonlySet<string> = new Set('the a an le la les der die das el il lo'.split(' '));
/** Legal forms at the end of a firm's name: texts give and drop them at will. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc incorporated corp corporation ltd limited llc llp plc gmbh kgaa sas sarl bv nv spa srl oyj pty co'.split(' '),
);
/** Forms that are words or initials as well: only in capitals. */
const LEGAL_INITIALS = /^(?:AG|SE|SA|S\.A\.|KG|AB|OY|S\.E\.)$/;
const LONGEST_KEY = 120;

/**
 * A name in folded words, so that spellings of one name are equal: without accents and capitals, leading articles and
 * honorifics, initials in the middle, legal forms at the end. "Jr." and "II" stay: they tell two people apart.
 */
export function nameWords(name: string): string[] {
  const tokens = tokenise(name).map(({ word, start, end }) => ({ word, raw: name.slice(start, end) }));
  let from = 0;
  while (from < tokens.length - 1 && isLead(tokens[from]?.word ?? '')) from += 1;
  let to = tokens.length;
  while (to - from > 1 && isLegalForm(tokens[to - 1])) to -= 1;
  const own = tokens.slice(from, to);
  return own
    .filter(({ word }, at) => !(at > 0 && at < own.length - 1 && own.length > 2 && /^\p{L}$/u.test(word)))
    .map(({ word }) => word);
}

/** The name as a key; empty when there is no word in it. */
export function nameKey(name: string): string {
  return nameWords(name).join(' ').slice(0, LONGEST_KEY);
}

function isLead(word: string): boolean {
  return HONORIFICS.has(word) || ARTICLES.has(word);
}

function isLegalForm(token: { word: string; raw: string } | undefined): boolean {
  return token !== undefined && (LEGAL_FORMS.has(token.word) || LEGAL_INITIALS.test(token.raw));
}
