import type { Attribution } from './attribution.ts';
import { contentBefore, lastWordAt, MOST_CUES } from './foreign-contents.ts';
import { leadAfter, opensObject, skipAdverbials } from './foreign-german-contents.ts';
import { readAccordingTo, readAs, readIsSaid, readSo, withRest } from './foreign-german-sources.ts';
import { isGermanSpeaker, speakerAfter, subjectBefore } from './foreign-german-speakers.ts';
import { GERMAN_PARTICIPLES, GERMAN_VERBS, type GermanVerb } from './foreign-german-verbs.ts';
import { GERMAN_DETERMINERS, isRoleNoun } from './foreign-words.ts';
import type { TokenRange } from './noun-phrases.ts';
import type { Token, Unit } from './tokens.ts';

/** Attributions of a German unit, in the order of their cues. */
export function readGermanAttributions(unit: Unit): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < unit.tokens.length && found.length < MOST_CUES; at++) {
    const token = unit.tokens[at] as Token;
    if (token.kind !== 'word') continue;
    const one =
      readAccordingTo(unit, at) ??
      readSo(unit, at) ??
      readAs(unit, at) ??
      readIsSaid(unit, at) ??
      readVerb(unit, at, found);
    if (one === undefined || found.some((other) => one.cue.start < other.cue.end && other.cue.start < one.cue.end))
      continue;
    if (
      found.some((other) =>
        other.contents.some((a) => one.contents.some((b) => a.start === b.start && a.end === b.end)),
      )
    )
      continue;
    found.push(one);
  }
  return found;
}

function readVerb(unit: Unit, at: number, earlier: readonly Attribution[]): Attribution | undefined {
  const { tokens } = unit;
  const token = tokens[at] as Token;
  if (token.capital && at > 0) return undefined;
  const verb = GERMAN_VERBS.get(token.lower);
  if (verb === undefined || verb.frames === '') return undefined;
  const auxiliary = auxiliaryBefore(tokens, at);
  if (GERMAN_PARTICIPLES.has(token.lower) && auxiliary !== undefined) return readPerfect(unit, { at, auxiliary, verb });
  if (verb.form === 'participle' || GERMAN_DETERMINERS.has(tokens[at - 1]?.lower ?? '')) return undefined;
  const particle = verb.particle === undefined ? undefined : particleAt(tokens, at, verb.particle);
  if (verb.particle !== undefined && particle === undefined) return undefined;
  if (isNegated(tokens, at)) return undefined;
  const cue = { start: token.start, end: particle === at + 1 ? (tokens[particle] as Token).end : token.end };
  const before = tokens[at - 1];
  const inverted = before !== undefined && (before.kind === 'quotation' || /^[,–—?!…]$/.test(before.text));
  const after = subjectAfterVerb(tokens, at + 1);
  const ahead = before === undefined ? undefined : subjectBefore(tokens, at);
  const own = ahead !== undefined && isGermanSpeaker(tokens, ahead) ? ahead : undefined;
  const subject = after !== undefined && isGermanSpeaker(tokens, after) ? after : undefined;
  const common = { cue, lemma: token.lower };
  if (inverted && subject !== undefined && own === undefined && verb.frames.includes('c')) {
    const content = contentBefore(unit, at);
    if (content !== undefined) {
      const end = particle === undefined ? subject.to : Math.max(subject.to, particle + 1);
      return { ...common, contents: withRest(unit, content, end), frame: 'inverted', source: subject };
    }
  }
  const coordinated = /^(?:und|aber|doch)$/.test(before?.lower ?? '') ? earlier.at(-1)?.source : undefined;
  const source = own ?? subject ?? coordinated;
  if (source === undefined) return undefined;
  const from = Math.max(source === subject ? source.to : at + 1, particle === undefined ? 0 : particle + 1);
  const found = rightOf(unit, { ...common, from, verb, source });
  if (found !== undefined || particle === undefined || !verb.frames.includes('o')) return found;
  // "kündigte am Montag den Bau eines Werks an": the object stands before the particle.
  const start = skipAdverbials(tokens, source === subject ? source.to : at + 1);
  const last = tokens[particle - 1];
  if (last === undefined || start >= particle || particle < lastWordAt(tokens) || !opensObject(tokens, start))
    return undefined;
  return { ...common, contents: [{ start: (tokens[start] as Token).start, end: last.end }], frame: 'clause', source };
}

/** "Koch hat angekündigt, ...", "Zuvor hatte Koch erklärt, ...". */
function readPerfect(unit: Unit, place: { at: number; auxiliary: number; verb: GermanVerb }): Attribution | undefined {
  const { tokens } = unit;
  const { at, auxiliary, verb } = place;
  if (isNegated(tokens, at) || isNegated(tokens, auxiliary)) return undefined;
  const after = speakerAfter(tokens, auxiliary + 1);
  const ahead = subjectBefore(tokens, auxiliary);
  const source = [ahead, after].find((one) => one !== undefined && one.to <= at && isGermanSpeaker(tokens, one));
  if (source === undefined) return undefined;
  const cue = { start: (tokens[at] as Token).start, end: (tokens[at] as Token).end };
  return rightOf(unit, { cue, lemma: cue.start.toString(), from: at + 1, verb, source });
}

function rightOf(
  unit: Unit,
  at: { cue: { start: number; end: number }; lemma: string; from: number; verb: GermanVerb; source: TokenRange },
): Attribution | undefined {
  const { tokens } = unit;
  const content = leadAfter(unit, at.from, at.verb.frames);
  const { cue, lemma, source } = at;
  if (content !== undefined) return { contents: [content], cue, lemma, frame: 'clause', source };
  if (tokens.at(-1)?.text === ':' && tokens.length - at.from < 14)
    return { contents: [], cue, lemma, frame: 'clause', source, opensNext: true };
  return undefined;
}

/** The subject right behind the finite verb, past "sich" and adverbs; not whoever is told ("dem", "der dpa"). */
function subjectAfterVerb(tokens: readonly Token[], from: number): TokenRange | undefined {
  let at = from;
  while (
    /^(?:sich|auch|dazu|nun|dann|zudem|hingegen|dagegen|daraufhin|später|heute|jetzt|etwa|unterdessen|wiederum)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at++;
  const first = tokens[at];
  if (first === undefined || first.kind !== 'word') return undefined;
  if (/^(?:der|die|das)$/.test(first.lower) && isTold(tokens, at)) return undefined;
  return speakerAfter(tokens, at);
}

/** "sagte sie der Zeitung", "der dpa", "der „Zeit“": whoever is told. */
function isTold(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.lower !== 'der' || next === undefined) return false;
  return (
    next.kind === 'quotation' ||
    !next.capital ||
    (/(?:zeitung|agentur|presse|rundschau|post|redaktion|gruppe|funke|welt|faz|zeit|taz|dpa|afp|nachrichtenagentur)$/.test(
      next.lower,
    ) &&
      !isRoleNoun(next.text, 'de'))
  );
}

function auxiliaryBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= 0 && at - i < 20; i--) {
    const token = tokens[i] as Token;
    if (/^(?:hat|hatte|haben|hatten)$/.test(token.lower)) return i;
    if (token.kind === 'quotation' || /^[,.:;]$/.test(token.text)) return undefined;
  }
  return undefined;
}

/** The separated part of the verb, before the clause ends. */
function particleAt(tokens: readonly Token[], from: number, particle: RegExp): number | undefined {
  for (let at = from + 1; at < Math.min(tokens.length, from + 26); at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'quotation' || /^[.:;?!]$/.test(token.text)) return undefined;
    if (!particle.test(token.lower)) continue;
    // "an", "mit", "aus", "von" are prepositions unless the clause ends behind them.
    const next = tokens[at + 1];
    const isEnd = next === undefined || next.kind !== 'word' || /^(?:hin|aus)$/.test(next.lower);
    if (isEnd || !/^(?:an|mit|aus|ein|auf|zu|vor|hin)$/.test(token.lower)) return at;
  }
  return undefined;
}

function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - 1); i < Math.min(tokens.length, at + 5); i++) {
    const token = tokens[i] as Token;
    if (i > at && token.kind !== 'word') return false;
    if (/^(?:nicht|nie|niemals|nichts)$/.test(token.lower)) return true;
  }
  return false;
}
