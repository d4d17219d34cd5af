import { ROLE_NOUN } from './noun-phrases.ts';
import { isOutlet } from './outlets.ts';
import type { Token } from './tokens.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  MONTHS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from './word-classes.ts';

/** Consecutive words that name something, with the title or role before a person's name set apart. Token indexes. */
export interface NameRun {
  /** First token of title, role or organisation before the name. */
  readonly from: number;
  readonly to: number;
  /** First token of the name itself; equal to `to` where the run is a title alone ("the President"). */
  readonly nameFrom: number;
  /** The name, without title and possessive. */
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
  /** A courtesy title or one that only persons bear stands before the name. */
  readonly titled: boolean;
  readonly gender?: 'male' | 'female';
  readonly possessive: boolean;
}

const PARTICLES = new Set(
  'de la le van von der den del della di da dos du al bin ibn el ben ter ten zu zur af av'.split(' '),
);
/** Words after which "of" or "for" and more capitals belong to the name. */
const NAME_HEADS =
  /^(?:department|bank|university|ministry|house|committee|office|board|court|council|institute|school|center|centre|college|union|association|federation|chamber|bureau|league|alliance|society|church|party|coalition|commission|agency|authority|academy|foundation|museum|library|organi[sz]ation|confederation|chamber|center|campaign|city|state|kingdom|republic|secretary|minister|director|institution|group|network|daughters|sons|parliament|assembly|forum|conference|congress)$/;
const COURTESY: Readonly<Record<string, 'male' | 'female' | 'either'>> = {
  mr: 'male',
  'mr.': 'male',
  mrs: 'female',
  'mrs.': 'female',
  ms: 'female',
  'ms.': 'female',
  miss: 'female',
  sir: 'male',
  lord: 'male',
  lady: 'female',
  dame: 'female',
  dr: 'either',
  'dr.': 'either',
  prof: 'either',
  'prof.': 'either',
  professor: 'either',
  'sen.': 'either',
  sen: 'either',
  senator: 'either',
  'rep.': 'either',
  rep: 'either',
  'gov.': 'either',
  gov: 'either',
  governor: 'either',
  'gen.': 'either',
  general: 'either',
  'col.': 'either',
  'capt.': 'either',
  'lt.': 'either',
  'sgt.': 'either',
  'rev.': 'either',
  president: 'either',
  pope: 'male',
  king: 'male',
  queen: 'female',
  prince: 'male',
  princess: 'female',
  judge: 'either',
  justice: 'either',
  officer: 'either',
  detective: 'either',
  herr: 'male',
  frau: 'female',
  'm.': 'male',
  mme: 'female',
  monsieur: 'male',
  madame: 'female',
  'sens.': 'either',
  'reps.': 'either',
  congressman: 'male',
  congresswoman: 'female',
  chancellor: 'either',
  ambassador: 'either',
  secretary: 'either',
  minister: 'either',
  mayor: 'either',
  commissioner: 'either',
  chairman: 'male',
  chairwoman: 'female',
  speaker: 'either',
  sheriff: 'either',
  chief: 'either',
  lt: 'either',
  col: 'either',
  gen: 'either',
  'adm.': 'either',
  'maj.': 'either',
  'hon.': 'either',
  sister: 'female',
  father: 'male',
  brother: 'male',
  bishop: 'male',
  archbishop: 'male',
  cardinal: 'male',
  rabbi: 'either',
  imam: 'male',
  pastor: 'either',
  deputy: 'either',
  candidate: 'either',
  nominee: 'either',
  leader: 'either',
  aide: 'either',
  spokesman: 'male',
  spokeswoman: 'female',
  businessman: 'male',
  businesswoman: 'female',
  ceo: 'either',
  founder: 'either',
};
/** Titles that are not roles to show: "Mr.", "Dr.". */
const MERE_COURTESY = /^(?:mr|mrs|ms|miss|sir|lord|lady|dame|dr|prof|hon|herr|frau|m|mme|monsieur|madame)\.?$/;
/** Roles whose first words belong to the role ("Commerce Secretary"), not to an organisation. */
const ROLE_KEEPS_BEFORE =
  /^(?:secretary|minister|leader|whip|justice|judge|general|speaker|senator|representative|ambassador|commissioner|chancellor|attorney|governor|mayor|officer|detective|sheriff|candidate|nominee|congress(?:man|woman))$/;
const ROLE_MODIFIER =
  /^(?:lt\.?|chief|senior|vice|principal|deputy|executive|managing|general|prime|foreign|former|co|lead|assistant|associate|acting|first|global|technology|technical|operating|financial|information|security|commercial|marketing|product|policy|research|interim|digital|defen[cs]e|finance|economy|interior|press|communications|campaign|national|regional|founding|independent|political|legal|public|industry|market|state|prime|non-executive|ex)$/;

/** Words that, capitalised, do not belong to a name at a sentence's start or anywhere. */
function isFunctionWord(lower: string): boolean {
  return (
    DETERMINERS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    SUBJECT_PRONOUNS.has(lower) ||
    OBJECT_PRONOUNS.has(lower) ||
    SUBORDINATORS.has(lower) ||
    ADVERBS.has(lower) ||
    AUXILIARIES.has(lower) ||
    WEEKDAYS.has(lower) ||
    MONTHS.has(lower) ||
    FREQUENT_OPENERS.has(lower)
  );
}

/** They describe ("French provider"), unless a capital follows ("European Commission"). */
const NATIONALITIES = new Set(
  `french german british american european chinese russian italian spanish dutch swiss belgian polish swedish danish finnish norwegian
  austrian irish japanese korean indian canadian australian israeli iranian ukrainian turkish greek us eu`.split(/\s+/),
);
const ARTICLES = new Set(['le', 'la', 'les', 'el', 'der', 'die', 'das', 'den', 'dem', 'des']);

const FREQUENT_OPENERS = new Set(
  `however meanwhile moreover furthermore nevertheless nonetheless indeed instead additionally overall finally asked speaking according
  comments legacy record front-loaded controlled targeting sovereign open alongside email rather yes well please if mr's let's
  other others according given despite unlike another nobody everyone everybody something nothing anyone people ok oh
  er sie es wir ich ihr il elle ils elles nous vous je on laut selon ein eine einen mais dans une un pour avec sur par und aber auch doch nach bei mit
  there here then thus also now but still maybe perhaps
  democrats republicans critics analysts officials experts supporters voters opponents aides lawmakers`.split(/\s+/),
);

/** The names in a line of tokens, in order. */
export function findNameRuns(tokens: readonly Token[]): NameRun[] {
  const runs: NameRun[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (!startsName(tokens, at)) {
      at++;
      continue;
    }
    const to = endOfRun(tokens, at);
    runs.push(describeRun(tokens, at, to));
    at = to;
  }
  return runs;
}

function startsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' || !token.capital) return false;
  const next = tokens[at + 1];
  if (at === 0 && /^(?:said|says|asked|added|told|wrote|noted)$/.test(token.lower)) return false;
  // "Bashing Trump, ..." at a sentence's start.
  if (
    at === 0 &&
    /ing$/.test(token.lower) &&
    next?.capital === true &&
    !/^(?:king|ping|ming|ling|ting|sterling|irving)$/.test(token.lower)
  )
    return false;
  if (ARTICLES.has(token.lower)) {
    // "Le Monde", "Die Zeit", but not "Le ministre" nor "Die Regierung".
    if (next?.capital !== true || next.start - token.end > 1) return false;
    return /^(?:le|la|les|el)$/.test(token.lower) || isOutlet(`${token.text} ${next.text}`);
  }
  if (NATIONALITIES.has(token.lower))
    return next?.capital === true && next.start - token.end <= 1 && !isFunctionWord(next.lower);
  if (isFunctionWord(token.lower)) {
    // "Will Smith", "May" in the middle of a sentence.
    return (
      at > 0 &&
      /^(?:will|may|mark|august|april|june)$/.test(token.lower) &&
      next?.capital === true &&
      tokens[at - 1]?.kind === 'word'
    );
  }
  return !(at === 0 && token.lower.endsWith('ly') && next?.text === ',');
}

function endOfRun(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && to - from < 10) {
    const previous = tokens[to - 1] as Token;
    const token = tokens[to] as Token;
    if (/['’]s?$/.test(previous.text) && /[’']/.test(previous.text)) break;
    if (token.start - previous.end > 1) break;
    if (
      token.kind === 'word' &&
      token.capital &&
      !(isFunctionWord(token.lower) && token.lower !== 'will' && token.lower !== 'may')
    ) {
      to++;
      continue;
    }
    const next = tokens[to + 1];
    if (token.text === '&' && next?.capital === true) {
      to += 2;
      continue;
    }
    if (token.kind === 'word' && PARTICLES.has(token.lower) && previous.capital) {
      const after = tokens[to + 1];
      if (after?.capital === true && !isFunctionWord(after.lower)) {
        to += 2;
        continue;
      }
      if (after !== undefined && PARTICLES.has(after.lower) && tokens[to + 2]?.capital === true) {
        to += 3;
        continue;
      }
    }
    if (/^(?:of|for|and)$/.test(token.lower) && NAME_HEADS.test(previous.lower) && token.lower !== 'and') {
      const skip = next?.lower === 'the' ? 2 : 1;
      if (tokens[to + skip]?.capital === true) {
        to += skip + 1;
        continue;
      }
    }
    break;
  }
  return to;
}

function describeRun(tokens: readonly Token[], from: number, to: number): NameRun {
  const possessive = /[’']s?$/.test((tokens[to - 1] as Token).text);
  let titleAt = -1;
  for (let at = from; at < Math.min(to, from + 7); at++) {
    const { lower } = tokens[at] as Token;
    const key = lower.replace(/'s$/, '');
    if (key in COURTESY || ROLE_NOUN.test(key)) titleAt = at;
    else if (titleAt >= 0) break;
  }
  // "Bank President Smith" has a name after the title; "House Speaker" has none; "Partner Group" is not a person.
  if (titleAt >= 0 && titleAt - from > 4) titleAt = -1;
  const before = readRoleBefore(tokens, from);
  const nameFrom = titleAt >= 0 ? titleAt + 1 : from;
  const name = nameText(tokens, nameFrom, to);
  if (titleAt < 0) {
    return {
      from: before?.from ?? from,
      to,
      nameFrom,
      name,
      role: before?.role,
      organisation: before?.organisation,
      titled: before !== undefined,
      possessive,
    };
  }
  let roleFrom = titleAt;
  const title = (tokens[titleAt] as Token).lower;
  if (ROLE_KEEPS_BEFORE.test(title)) roleFrom = from;
  else while (roleFrom > from && ROLE_MODIFIER.test((tokens[roleFrom - 1] as Token).lower)) roleFrom--;
  const courtesy = COURTESY[title];
  const gender = courtesy === 'male' || courtesy === 'female' ? courtesy : undefined;
  const role = MERE_COURTESY.test(title) ? before?.role : roleText(tokens, roleFrom, titleAt + 1);
  const organisation = roleFrom > from ? nameText(tokens, from, roleFrom) : before?.organisation;
  return { from: before?.from ?? from, to, nameFrom, name, role, organisation, titled: true, gender, possessive };
}

/** "VivaTech founder [Maurice Lévy]", "the company's chief executive [Anna Berg]": lower-case role before a name. */
function readRoleBefore(
  tokens: readonly Token[],
  nameAt: number,
): { from: number; role: string; organisation?: string } | undefined {
  let at = nameAt - 1;
  const last = tokens[at];
  if (
    last === undefined ||
    last.kind !== 'word' ||
    last.capital ||
    !ROLE_NOUN.test(last.lower) ||
    last.lower.endsWith('s')
  )
    return undefined;
  while (at > 0) {
    const before = tokens[at - 1] as Token;
    if (before.kind !== 'word' || before.capital) break;
    if (
      !(
        ROLE_MODIFIER.test(before.lower) ||
        ROLE_NOUN.test(before.lower) ||
        /(?:al|ic|ve|or|ry|cy|ty|nt)$/.test(before.lower)
      )
    )
      break;
    if (isFunctionWord(before.lower)) break;
    at--;
  }
  const roleFrom = at;
  let orgFrom = at;
  while (orgFrom > 0) {
    const before = tokens[orgFrom - 1] as Token;
    if (before.kind !== 'word' || !before.capital || isFunctionWord(before.lower) || ARTICLES.has(before.lower)) break;
    orgFrom--;
  }
  const organisation = orgFrom < roleFrom ? nameText(tokens, orgFrom, roleFrom) : undefined;
  return { from: orgFrom, role: roleText(tokens, roleFrom, nameAt), organisation };
}

export function nameText(tokens: readonly Token[], from: number, to: number): string {
  let name = '';
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    const glued = at > from && token.start === (tokens[at - 1] as Token).end;
    name += at > from && !glued ? ` ${token.text}` : token.text;
  }
  return name.replace(/[’']s?$/u, (mark) => (mark.length === 2 || /s[’']$/u.test(name) ? '' : mark)).trim();
}

/** A role as the text has it; abbreviated titles written out. */
function roleText(tokens: readonly Token[], from: number, to: number): string {
  const text = nameText(tokens, from, to);
  return TITLES_WRITTEN_OUT[text.toLowerCase()] ?? text;
}

const TITLES_WRITTEN_OUT: Readonly<Record<string, string>> = {
  'sen.': 'Senator',
  'rep.': 'Representative',
  'gov.': 'Governor',
  'gen.': 'General',
  'lt.': 'Lieutenant',
  'col.': 'Colonel',
  'capt.': 'Captain',
  'sgt.': 'Sergeant',
  'rev.': 'Reverend',
  'sens.': 'Senator',
  'reps.': 'Representative',
  'adm.': 'Admiral',
  'maj.': 'Major',
};
