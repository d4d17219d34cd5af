/** Endings that derive one word from another, longest first. */
const ENDINGS = [
  'isations',
  'izations',
  'isation',
  'ization',
  'ements',
  'itions',
  'ations',
  'atory',
  'ators',
  'ition',
  'ation',
  'ative',
  'itive',
  'ement',
  'ments',
  'ances',
  'ences',
  'ities',
  'ator',
  'ates',
  'ated',
  'ment',
  'ions',
  'ance',
  'ence',
  'ness',
  'able',
  'ible',
  'ally',
  'ised',
  'ized',
  'ises',
  'izes',
  'ings',
  'ance',
  'ate',
  'ion',
  'ive',
  'ise',
  'ize',
  'ity',
  'ies',
  'ist',
  'ism',
  'ing',
  'ant',
  'ent',
  'ial',
  'ers',
  'ors',
  'ful',
  'al',
  'ed',
  'er',
  'es',
  'or',
  'ly',
  'ic',
  'e',
  's',
  'y',
];
/** What is left of a word must still tell it apart. */
const SHORTEST_ROOT = 5;
/** Inflection and agents leave short words recognisable: "leads", "leader". */
const LIGHT_ENDINGS = new Set(['s', 'er', 'ers', 'ed', 'ing', 'ings']);
const SHORTEST_LIGHT_ROOT = 4;

const roots = new Map<string, string>();
/** Roots kept; beyond it the cache starts anew. */
const KEPT_ROOTS = 100_000;

/**
 * A word without its derivational ending, for comparing words of one family: "compete", "competition" and "competitive"
 * give "compet". Coarser than a stemmer, so it is for matching a question's word, never for the index.
 */
export function wordRoot(word: string): string {
  let root = roots.get(word);
  if (root === undefined) {
    const ending = ENDINGS.find((one) => word.length - one.length >= shortestRoot(one) && word.endsWith(one));
    root = ending === undefined ? word : word.slice(0, word.length - ending.length);
    if (roots.size > KEPT_ROOTS) roots.clear();
    roots.set(word, root);
  }
  return root;
}

function shortestRoot(ending: string): number {
  return LIGHT_ENDINGS.has(ending) ? SHORTEST_LIGHT_ROOT : SHORTEST_ROOT;
}
