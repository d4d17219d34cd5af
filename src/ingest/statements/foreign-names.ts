import {
  bareWord,
  type ForeignLanguage,
  isBodyNoun,
  isCapital,
  isNameWord,
  isRoleNoun,
  words,
} from './foreign-words.ts';
import { genderOfName } from './given-names.ts';
import { isOutlet } from './outlets.ts';
import type { Token } from './tokens.ts';

/** A person's name in a line of tokens. Token indexes. */
export interface PersonName {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly gender?: 'male' | 'female';
  /** "M.", "Frau" or a role stands right before the name. */
  readonly titled: boolean;
}

const TITLES: Readonly<Record<ForeignLanguage, Readonly<Record<string, 'male' | 'female' | 'either'>>>> = {
  fr: {
    'm.': 'male',
    m: 'male',
    monsieur: 'male',
    mme: 'female',
    'mme.': 'female',
    mlle: 'female',
    madame: 'female',
    'dr.': 'either',
    dr: 'either',
    me: 'either',
    maître: 'either',
  },
  de: { herr: 'male', herrn: 'male', frau: 'female', 'dr.': 'either', dr: 'either', 'prof.': 'either', prof: 'either' },
};
/** French and German given names beside those that the English reader knows, without accents. */
const MALE = words(
  `bernhard sebastian octave thierry olivier benoit yves herve loic gael arnaud sylvain ludovic stephane xavier gregoire gilles aurelien mathieu
  matthieu bastien guillaume maxence corentin antonin augustin cedric emmanuel edouard jerome thibault thibaut quentin romain raphael tristan
  volker karsten carsten lars joerg jorg juergen jurgen guenter gunter heiko holger ingo jens joachim kai klaus lothar manfred markus
  matthias norbert ralf reinhard rolf ruediger rudiger siegfried steffen thorsten torsten ulrich uwe winfried wolfram achim detlef eckhard
  falk gerd gernot hendrik henning horst hubertus jochen konstantin lutz malte marcel mirko nils ole ortwin rainer roderich roland roman
  ronny sven swen theo thilo tilo tim till tobias udo veit wilhelm boris robert johannes jakob cem olaf armin hubert`,
);
const FEMALE = words(
  `eleonore aurelie aurore axelle amelie anais beatrice benedicte berengere capucine cecile celine charline clemence coralie delphine edith
  elise elodie emilie estelle fabienne florence francoise genevieve ghislaine gwenaelle helene ingrid jeanne josephine juliette laetitia
  laure lea leila ludivine magali manon marine marion mathilde melanie morgane myriam nathalie noemie ophelie oriane pauline perrine roxane
  sandrine segolene severine solene soline sophie stephanie sylvie valerie veronique violaine virginie yasmine marlene christiane
  annalena annegret anja anke antje astrid bettina birgit brigitte claudia cornelia daniela dorothee elke friederike gabriele gudrun heike
  heidi henrike ilse imke ina ines jutta kerstin kirsten maike mareike marianne marlies meike mechthild nadine nicole petra ricarda saskia
  sabine silke sonja steffi stefanie svenja tanja ulrike uta ute verena waltraud wiebke yvonne iris bärbel baerbel`,
);

/** What a given name tells of gender; `undefined` for a word that is not known as one. */
export function genderOfGivenName(word: string): 'male' | 'female' | 'either' | undefined {
  const known = genderOfName(word);
  if (known !== undefined) return known;
  const bare = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split('-')[0] ?? '';
  return MALE.has(bare) ? 'male' : FEMALE.has(bare) ? 'female' : undefined;
}

const PARTICLE = /^(?:von|van|de|der|den|la|le|du|di|da|del|zu|ten|ter|dos|el|bin|ben|al)$/;

export function isTitle(word: string, language: ForeignLanguage): boolean {
  return word.toLowerCase() in TITLES[language];
}

/** The persons' names in a line of tokens, in order: a given name and more, a title and a name, a role and a name. */
export function findPersonNames(tokens: readonly Token[], language: ForeignLanguage): PersonName[] {
  const found: PersonName[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') continue;
    const one = titledName(tokens, at, language) ?? givenName(tokens, at, language) ?? roleName(tokens, at, language);
    if (one === undefined) continue;
    found.push(one);
    at = one.to - 1;
  }
  return found;
}

function titledName(tokens: readonly Token[], at: number, language: ForeignLanguage): PersonName | undefined {
  const title = TITLES[language][(tokens[at] as Token).lower];
  if (title === undefined) return undefined;
  let from = at + 1;
  while (isTitle(tokens[from]?.lower ?? '', language)) from++;
  const next = tokens[from];
  // "M. Petit" but not "m" nor "Me voici".
  if (next === undefined || !next.capital || !isNameWord(next.text, language)) return undefined;
  if (/^(?:me|m)$/.test((tokens[at] as Token).lower) && !(tokens[at] as Token).capital) return undefined;
  const to = endOfName(tokens, from, language);
  const given = genderOfGivenName(next.text);
  const gender = title === 'either' ? (given === 'either' ? undefined : given) : title;
  return { from, to, name: joinTokens(tokens, from, to), gender, titled: true };
}

/** "Anna Koch", "Ursula von der Leyen", "J. Petit": a given name or initial and at least one name more. */
function givenName(tokens: readonly Token[], at: number, language: ForeignLanguage): PersonName | undefined {
  const token = tokens[at] as Token;
  const word = bareWord(token.text);
  if (!isNameWord(word, language)) return undefined;
  const gender = genderOfGivenName(word);
  const initial = /^\p{Lu}\.(?:-?\p{Lu}\.)*$/u.test(word);
  if (gender === undefined && !initial) return undefined;
  const to = endOfName(tokens, at, language);
  if (to - at < 2 || isBody(tokens, at, to, language)) return undefined;
  // A place or body follows a given name of the same form rarely: "Paris Match", "Martin AG".
  const name = joinTokens(tokens, at, to);
  if (isOutlet(name)) return undefined;
  const isTitledHere = isRoleNoun(tokens[at - 1]?.text ?? '', language) && tokens[at - 1]?.kind === 'word';
  return { from: at, to, name, gender: gender === 'either' ? undefined : gender, titled: isTitledHere };
}

/** "Digitalminister Berg", "l'analyste Xiu Li": capitals right behind a role. */
function roleName(tokens: readonly Token[], at: number, language: ForeignLanguage): PersonName | undefined {
  const role = tokens[at] as Token;
  let from = at + 1;
  while (isTitle(tokens[from]?.lower ?? '', language)) from++;
  const next = tokens[from];
  if (!isRoleNoun(role.text, language) || next === undefined || !next.capital || next.kind !== 'word') return undefined;
  if (!isNameWord(next.text, language) || isRoleNoun(next.text, language) || isBodyNoun(next.text, language))
    return undefined;
  const to = endOfName(tokens, from, language);
  if (isBody(tokens, from, to, language) || isAcronym(next.text)) return undefined;
  // French sets the name of a body behind a role only with "de".
  if (to - from > 4 || (language === 'fr' && isCapital(role.text))) return undefined;
  return { from, to, name: joinTokens(tokens, from, to), gender: genderOfRole(tokens, at, language), titled: true };
}

function endOfName(tokens: readonly Token[], from: number, language: ForeignLanguage): number {
  let to = from + 1;
  while (to < tokens.length && to - from < 5) {
    const token = tokens[to] as Token;
    const gap = token.start - (tokens[to - 1] as Token).end;
    if (token.kind !== 'word' || gap > 1) break;
    if (token.capital && isNameWord(token.text, language) && !/['’]/.test(token.text.slice(0, 2))) {
      if (isRoleNoun(token.text, language) && to > from + 1) break;
      to++;
      continue;
    }
    let next = to;
    while (next < to + 2 && PARTICLE.test(tokens[next]?.lower ?? '')) next++;
    // "de" links a name only right behind the given name: "Laure de la Tour".
    if (
      next === to ||
      tokens[next]?.capital !== true ||
      to > from + 1 ||
      isBodyNoun(tokens[next]?.text ?? '', language)
    )
      break;
    if (language === 'de' && tokens[next - 1]?.lower === 'der' && next === to + 1) break;
    to = next + 1;
  }
  return to;
}

function isBody(tokens: readonly Token[], from: number, to: number, language: ForeignLanguage): boolean {
  return tokens
    .slice(from, to)
    .some(
      (token) =>
        isBodyNoun(token.text, language) || /^(?:AG|SE|GmbH|SA|SAS|Inc|Group|Cloud|Research|Bank)$/.test(token.text),
    );
}

export function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(bareWord(word));
}

/** What the words of a role tell of gender: "la ministre", "directrice", "Sprecherin". */
export function genderOfRole(
  tokens: readonly Token[],
  at: number,
  language: ForeignLanguage,
): 'male' | 'female' | undefined {
  const role = bareWord((tokens[at] as Token).lower);
  if (language === 'de')
    return /in$/.test(role) ? 'female' : /(?:er|ent|or|är|ist|chef|rat|ant|ekt)$/.test(role) ? 'male' : undefined;
  if (/(?:trice|ente|ée|euse|ière|onne|cheffe|ante|iste-femme)$/.test(role)) return 'female';
  const determiner = tokens[at - 1]?.lower ?? '';
  if (/^(?:la|une|cette|ancienne)$/.test(determiner)) return 'female';
  if (/^(?:le|un|ce|du|ancien)$/.test(determiner)) return 'male';
  return /(?:eur|ent|ier|ien)$/.test(role) ? 'male' : undefined;
}

/** The words of a range as one writes them, without an elided article in front. */
export function joinTokens(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    const glued = at > from && token.start === (tokens[at - 1] as Token).end;
    text += at > from && !glued ? ` ${token.text}` : token.text;
  }
  return bareWord(text).trim();
}

/** The capitalised run at `from` in French or German, small links inside a name included ("Bureau of" excluded). */
export function endOfCapitals(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < tokens.length) {
    const token = tokens[to] as Token;
    if (token.kind === 'word' && (to === from ? isCapital(token.text) : token.capital || /^\d/.test(token.text))) to++;
    else if (to > from && /^d['’]\p{Lu}/u.test(token.text)) to++;
    else if (token.text === '&' && tokens[to + 1]?.capital === true) to += 2;
    else break;
  }
  return to;
}
