import { isStopWord, tokenise } from '../core/text/terms.ts';

/** Ways to name one post, folded; the first word of each line stands for all of it. Extend freely. */
const SAME_ROLE: readonly (readonly [string, RegExp])[] = [
  [
    'ceo',
    /\b(?:chief executive officer|chief executive|chief exec|pdg|directeur general|directrice generale|vorstandsvorsitzender?|vorstandschef(?:in)?)\b/g,
  ],
  ['cfo', /\b(?:chief financial officer|finance chief|finanzvorstand|directeur financier)\b/g],
  ['cto', /\b(?:chief technology officer|chief technical officer)\b/g],
  ['coo', /\b(?:chief operating officer)\b/g],
  ['ciso', /\b(?:chief information security officer)\b/g],
  ['cio', /\b(?:chief information officer)\b/g],
  ['chairman', /\b(?:chairwoman|chairperson|chair)\b/g],
  ['spokesperson', /\b(?:spokesman|spokeswoman|spokespeople|spokesmen|porte parole|sprecher(?:in)?)\b/g],
  ['cofounder', /\b(?:co founder|cofondateur|mitgrunder(?:in)?)\b/g],
  ['founder', /\b(?:fondateur|fondatrice|grunder(?:in)?)\b/g],
  ['minister', /\b(?:ministre|ministerin)\b/g],
  ['president', /\b(?:prasident(?:in)?|presidente)\b/g],
  ['analyst', /\b(?:analysts|analyste|analystin)\b/g],
];

/** A role in folded words, equal roles equal: "Chief Executive Officer" and "CEO" are both "ceo". */
export function foldRole(role: string): string {
  let folded = tokenise(role)
    .map(({ word }) => word)
    .join(' ');
  for (const [word, others] of SAME_ROLE) folded = folded.replace(others, word);
  return folded;
}

/** "Founder and CEO" names two posts. */
export function splitRoles(role: string): string[] {
  return role
    .split(/,| and | & |\/| et | und /)
    .map((one) => foldRole(one))
    .filter((one) => one !== '');
}

/** Posts that one person at a time holds. */
const SINGLE_POST =
  /^(?:(?:federal|interim|acting|group|global|first|prime|foreign|interior|home|finance|defen[cs]e|economy|economics|justice|health|education|trade|energy|environment|digital|labou?r|agriculture|transport) )*(?:ceo|cfo|cto|coo|ciso|cio|chairman|president|founder|chancellor|minister|governor|mayor|king|queen|pope|premier|director general|secretary general|general secretary|general counsel|managing director|executive director|secretary of \w+|attorney general)(?: of [\p{L} ]+| for [\p{L} ]+)?$/u;

export function isSinglePost(foldedRole: string): boolean {
  return SINGLE_POST.test(foldedRole);
}

/** The telling words of a role. */
export function roleWords(role: string): string[] {
  return foldRole(role)
    .split(' ')
    .filter((word) => word !== '' && !isStopWord(word));
}

/** Loose words for who leads something, and the posts that they may mean. */
const LEADERS = ['ceo', 'president', 'chairman', 'director', 'head', 'leader', 'chief', 'boss', 'executive', 'founder'];
const ALTERNATIVES: ReadonlyMap<string, readonly string[]> = new Map([
  ['head', LEADERS],
  ['boss', LEADERS],
  ['leader', LEADERS],
  ['chief', LEADERS],
  ['executive', [...LEADERS, 'manager', 'vice']],
  ['manager', ['director', 'head', 'executive']],
  ['official', ['minister', 'secretary', 'commissioner', 'spokesperson', 'president', 'director']],
  ['scientist', ['researcher', 'professor']],
  ['researcher', ['scientist', 'professor', 'fellow', 'analyst']],
  ['expert', ['analyst', 'researcher', 'professor', 'fellow', 'consultant']],
  ['analyst', ['analysis']],
]);

/** Folded words of posts that a loose word for one may mean; empty for a word that is a post itself. */
export function roleAlternatives(word: string): readonly string[] {
  return ALTERNATIVES.get(word) ?? [];
}
