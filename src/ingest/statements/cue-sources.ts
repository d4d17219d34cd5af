import type { TokenRange } from './noun-phrases.ts';
import { mainSubject, subjectAfter, subjectBefore } from './subjects.ts';
import type { Token, Unit } from './tokens.ts';
import { ADVERBS, AUXILIARIES, PREPOSITIONS, SUBORDINATORS } from './word-classes.ts';

/** Whom a cue that no rule knows has for its speaker, as far as the words next to it tell. */
export function readCueSource(unit: Unit, cue: number): TokenRange | undefined {
  const { tokens } = unit;
  const token = tokens[cue] as Token;
  if (token.kind !== 'word') return undefined;
  let from = cue;
  let be = false;
  while (from > 0) {
    const before = tokens[from - 1] as Token;
    if (before.kind !== 'word' || before.capital) break;
    if (
      !(
        AUXILIARIES.has(before.lower) ||
        ADVERBS.has(before.lower) ||
        before.lower === 'to' ||
        before.lower === 'not' ||
        before.lower.endsWith('ly')
      )
    )
      break;
    if (/^(?:is|are|was|were|been|being|be)$/.test(before.lower)) be = true;
    from--;
  }
  const past = /(?:ed|wn|en|id|ld)$/.test(token.lower);
  // "was seen by aides as": the agent, where it is named; else nobody.
  if (be && past) {
    const by = tokens.findIndex((one, at) => at > cue && at < cue + 8 && one.lower === 'by');
    return by < 0 ? undefined : subjectAfter(tokens, by + 1);
  }
  const before = tokens[from - 1];
  if (token.lower.endsWith('ing') && !be) {
    if (
      before === undefined ||
      before.kind !== 'word' ||
      PREPOSITIONS.has(before.lower) ||
      SUBORDINATORS.has(before.lower)
    )
      return mainSubject(tokens, 0, cue);
  }
  // "the minister's promise", "his plan": whose it is.
  if (from === cue && before !== undefined && before.kind === 'word' && /['’]s?$/.test(before.text)) {
    let start = cue - 1;
    while (start > 0 && (tokens[start - 1] as Token).kind === 'word' && (tokens[start - 1] as Token).capital) start--;
    return { from: start, to: cue };
  }
  if (from === cue && before !== undefined && /^(?:his|her|their|its)$/.test(before.lower))
    return { from: cue - 1, to: cue };
  return subjectBefore(tokens, from);
}
