import { BODY_WORD } from './body-words.ts';
import { findNameRuns, nameText } from './name-runs.ts';
import { ROLE_NOUN } from './noun-phrases.ts';
import type { Token } from './tokens.ts';
import { AUXILIARIES, DETERMINERS } from './word-classes.ts';

interface Description {
  readonly role?: string;
  readonly organisation?: string;
}

/** The words behind a name: ", Principal Analyst at Forrester,", " of Forrester", ", who heads ...". */
export function readApposition(tokens: readonly Token[], from: number): Description | undefined {
  const first = tokens[from];
  if (first === undefined) return undefined;
  if (first.kind === 'word' && /^(?:of|from|at|with)$/.test(first.lower)) {
    const organisation = readOrganisation(tokens, from + 1);
    return organisation === undefined || first.lower === 'with' ? undefined : { organisation };
  }
  if (first.text !== ',' && first.text !== '(' && !/^[—–-]/.test(first.text)) return undefined;
  const end = closingMark(tokens, from + 1);
  if (end === undefined || end - from < 2) return undefined;
  const described = readDescription(tokens, from + 1, end);
  if (described !== undefined) return described;
  const organisation = first.text === '(' ? bracketedBody(tokens, from + 1, end) : leaderOf(tokens, from + 1, end);
  return organisation === undefined ? undefined : { organisation };
}

/** "Charlie Dorn (Foresight)": a name of letters alone; parties, states and ages have stops, dashes, figures. */
function bracketedBody(tokens: readonly Token[], from: number, to: number): string | undefined {
  const words = tokens.slice(from, to);
  const isName =
    words.length <= 4 && words.every((word) => word.kind === 'word' && /^\p{Lu}[\p{L}&]{2,}$/u.test(word.text));
  return isName && tokens[to]?.text === ')' ? nameText(tokens, from, to) : undefined;
}

/** ", who leads cloud research at Foresight,": where. */
function leaderOf(tokens: readonly Token[], from: number, to: number): string | undefined {
  if (
    tokens[from]?.lower !== 'who' ||
    !/^(?:leads|heads|runs|covers|directs|manages|oversees|founded|works)$/.test(tokens[from + 1]?.lower ?? '')
  )
    return undefined;
  for (let at = from + 2; at < to; at++)
    if (/^(?:at|for)$/.test((tokens[at] as Token).lower) && tokens[at + 1]?.capital === true)
      return readOrganisation(tokens, at + 1);
  return undefined;
}

/** "Principal Analyst at Forrester", "the CEO of OVHcloud", "Forrester's principal analyst", "OVHcloud CEO". */
export function readDescription(tokens: readonly Token[], from: number, to: number): Description | undefined {
  let start = from;
  while (start < to && /^(?:a|an|the|now|then|also|currently)$/.test((tokens[start] as Token).lower)) start++;
  let noun = -1;
  for (let at = start; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'quotation') return undefined;
    if (token.kind !== 'word') {
      if (token.text === '&' || token.text === '/') continue;
      break;
    }
    if (/^(?:at|of|for|with|who|from|in|on|to|chez|bei|von|de|du|des)$|^d'/.test(token.lower) && noun >= 0) break;
    if (/^(?:who|which|whose|when|as|at|in|of|is|was|has|had)$/.test(token.lower)) break;
    if (ROLE_NOUN.test(token.lower.replace(/s$/, ''))) noun = at;
  }
  if (noun < 0) return undefined;
  const possessive = tokens.slice(start, noun).findIndex((token) => /[’']s?$/.test(token.text));
  let roleFrom = possessive < 0 ? start : start + possessive + 1;
  let organisation = possessive < 0 ? undefined : nameOf(tokens, start, roleFrom);
  if (possessive < 0) {
    // "OVHcloud CEO": capitals before a lower-case or abbreviated role.
    let lead = roleFrom;
    while (
      lead < noun &&
      (tokens[lead] as Token).capital &&
      !DETERMINERS.has((tokens[lead] as Token).lower) &&
      !ROLE_NOUN.test((tokens[lead] as Token).lower) &&
      !/^(?:chief|senior|vice|principal|executive|managing|deputy|lead|global|general|head|prime|democratic|republican|american|french|german|british|european|associate|assistant)$/.test(
        (tokens[lead] as Token).lower,
      )
    )
      lead++;
    const lastRole = tokens[noun] as Token;
    if (
      lead > roleFrom &&
      lead <= noun &&
      (!lastRole.capital || /^(?:CEO|CFO|CTO|COO|CIO|CISO)$/.test(lastRole.text))
    ) {
      organisation = nameText(tokens, roleFrom, lead);
      roleFrom = lead;
    }
  }
  const at = findAt(tokens, noun + 1, to);
  const roleTo = at === undefined ? endOfRole(tokens, noun + 1, to) : at;
  if (at !== undefined) organisation ??= readOrganisation(tokens, at + 1);
  const participle = tokens.findIndex(
    (token, at) => at > noun && at < roleTo && /ing$/.test(token.lower) && !token.capital,
  );
  const role = textOf(tokens, roleFrom, participle < 0 ? roleTo : participle);
  // "..., right now the president is more popular ...": a clause, not a description.
  if (tokens.slice(start, noun).some((token) => AUXILIARIES.has(token.lower)) || role.split(' ').length > LONGEST_ROLE)
    return undefined;
  return role === '' ? undefined : { role, organisation };
}

/** Words. */
const LONGEST_ROLE = 12;

/** The "at" of "Partner of Research at Counterpoint"; else an "of", "for" or "with" before a name. */
function findAt(tokens: readonly Token[], start: number, to: number): number | undefined {
  let from = start;
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') return undefined;
    if (token.lower === 'at' || token.lower === 'chez' || token.lower === 'bei') return at;
    if (/^(?:who|which|that|as|when|from|in|on)$/.test(token.lower)) break;
  }
  // French: "directrice générale de Nuage".
  if (
    tokens[from]?.capital === false &&
    from + 1 < to &&
    /^(?:de|du)$|^d'/.test(tokens[from + 1]?.lower ?? '') &&
    /(?:e|al|if|ier|ique)$/.test(tokens[from]?.lower ?? '')
  )
    from++;
  const link = tokens[from];
  if (link === undefined || from >= to || !/^(?:of|for|with|in|de|du|von)$/.test(link.lower)) return undefined;
  const noun = (tokens[from - 1] as Token).lower;
  if (
    /^(?:mayor|governor|king|queen|minister|president|senator|secretary|ambassador|member|prime)$/.test(noun) &&
    !/^(?:for|with)$/.test(link.lower)
  ) {
    const name = readOrganisation(tokens, from + 1);
    if (name === undefined || !name.split(' ').some((word) => BODY_WORD.test(word))) return undefined;
  }
  const next = tokens[from + 1]?.lower === 'the' ? tokens[from + 2] : tokens[from + 1];
  return next?.capital === true && link.lower !== 'in' ? from : undefined;
}

function endOfRole(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || /^(?:who|which|that|as|when|from|at|with)$/.test(token.lower)) break;
    at++;
  }
  return at;
}

function readOrganisation(tokens: readonly Token[], from: number): string | undefined {
  let at = from;
  if (/^(?:the|a|an)$/.test(tokens[at]?.lower ?? '')) at++;
  at = pastHouseNoun(tokens, at);
  const run = findNameRuns(tokens.slice(at, at + 10))[0];
  if (run === undefined || run.from !== 0) return undefined;
  return nameText(tokens, at, at + run.to);
}

/** "the research firm Foresight": past what kind of house it is. */
function pastHouseNoun(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + LONGEST_FIELD; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word' || token.capital) return from;
    if (HOUSE_NOUN.test(token.lower) && tokens[at + 1]?.capital === true) return at + 1;
  }
  return from;
}

const HOUSE_NOUN =
  /^(?:firm|company|consultancy|tank|group|bank|provider|start-?up|maker|institute|agency|university|newspaper|association|operator|vendor|giant)$/;

/** "The company's CEO, Octave Klaba": the role before the comma, and whose it is. */
export function readPossessiveRole(tokens: readonly Token[], nameFrom: number): Description | undefined {
  let end = nameFrom;
  if (tokens[end - 1]?.text === ',') end--;
  const last = end;
  end = withoutField(tokens, end);
  const noun = tokens[end - 1];
  if (noun === undefined || end < 2 || !ROLE_NOUN.test(noun.lower)) return undefined;
  let at = end - 1;
  while (at > 0 && end - at < 8) {
    const token = tokens[at - 1] as Token;
    if (token.kind !== 'word') return undefined;
    if (/[’']s$|s[’']$/.test(token.text)) {
      let from = at - 1;
      while (
        from > 0 &&
        (tokens[from - 1] as Token).kind === 'word' &&
        ((tokens[from - 1] as Token).capital || (tokens[from - 1] as Token).lower === 'the')
      )
        from--;
      return { role: textOf(tokens, at, last), organisation: nameOf(tokens, from, at) };
    }
    if (/^(?:its|their)$/.test(token.lower)) return { role: textOf(tokens, at, end), organisation: token.lower };
    if (/^(?:the|a|an)$/.test(token.lower)) {
      // "the F.B.I. director, James Comey"
      const run = findNameRuns(tokens.slice(at, end))[0];
      const organisation =
        run !== undefined && run.from === 0 && run.to < end - at ? nameText(tokens, at, at + run.to) : undefined;
      const roleFrom = organisation === undefined ? at : at + (run?.to ?? 0);
      return tokens[nameFrom - 1]?.text === ',' ? { role: textOf(tokens, roleFrom, end), organisation } : undefined;
    }
    at--;
  }
  return undefined;
}

/** "Foresight's vice president [of research], Charlie Dorn": before the field that a role is for. */
function withoutField(tokens: readonly Token[], end: number): number {
  for (let at = end - 1; at > 0 && end - at <= LONGEST_FIELD; at--) {
    const { lower, capital, kind } = tokens[at] as Token;
    if (kind !== 'word' || capital) return end;
    if (/^(?:of|for)$/.test(lower)) return at;
  }
  return end;
}

/** Words of the field of a role, "of" included. */
const LONGEST_FIELD = 5;

/** A name, or the description of a body ("The company") to be resolved by the reader of the table. */
function nameOf(tokens: readonly Token[], from: number, to: number): string {
  return nameText(tokens, from, to).replace(/^the (?=\p{Lu})/iu, '');
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return nameText(tokens, from, to).replace(/^(?:a|an|the)\s/i, '');
}

export function closingMark(tokens: readonly Token[], from: number): number | undefined {
  const limit = Math.min(tokens.length, from + 30);
  for (let at = from; at < limit; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'quotation') return at;
    if (token.kind === 'mark' && /^[,;:)—–.]$|^--/.test(token.text)) return at;
  }
  return limit === tokens.length ? limit : undefined;
}
