import type { Span } from '../../core/text/span.ts';
import { contentFrom, lastWordAt } from './foreign-contents.ts';
import { GERMAN_DETERMINERS, isRoleNoun } from './foreign-words.ts';
import type { Token, Unit } from './tokens.ts';

/** "am Montag in Paris", "auf der Messe": past prepositions to the object's determiner. */
export function skipAdverbials(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 16) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') return from;
    if (/^(?:am|im|beim|zum|zur|in|auf|nach|vor|bei|zu|gegenüber)$/.test(token.lower)) {
      at++;
      if (GERMAN_DETERMINERS.has(tokens[at]?.lower ?? '')) at++;
      while (
        tokens[at]?.kind === 'word' &&
        (tokens[at]?.capital === true ||
          /^\d/.test(tokens[at]?.text ?? '') ||
          (/(?:en|er)$/.test(tokens[at]?.lower ?? '') &&
            tokens[at + 1]?.capital === true &&
            !GERMAN_DETERMINERS.has(tokens[at]?.lower ?? '')))
      )
        at++;
    } else if (/^(?:heute|gestern|erneut|zudem|auch|dazu|jetzt|nun|zugleich|scharf|deutlich)$/.test(token.lower)) at++;
    else return at;
  }
  return from;
}

/** As far as the content's first word may stand behind the cue. Tokens. */
const REACH = 30;

/** What follows a cue as its content: a colon, a quotation, ", dass", a bare clause, an infinitive with "zu", an object. */
export function leadAfter(unit: Unit, from: number, frames: string): Span | undefined {
  const { tokens } = unit;
  if (frames.includes('w')) {
    const first = tokens[from]?.lower ?? '';
    if (/^(?:vor|für|davor)$/.test(first) && tokens[from + 1]?.text !== ',') return contentFrom(unit, from);
  }
  for (let i = from; i < Math.min(tokens.length - 1, from + REACH); i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'quotation') return quotedContent(unit, { at: i, from, frames });
    if (token.text === ':') return contentFrom(unit, i + 1);
    if (/^[.;?!–—]$/.test(token.text)) return undefined;
    if (token.text !== ',') continue;
    if (frames.includes('n')) return undefined;
    const close = closesAside(tokens, i);
    if (close !== undefined) {
      i = close - 1;
      continue;
    }
    return clauseAt(unit, i + 1, frames);
  }
  const object = skipAdverbials(tokens, from);
  return frames.includes('o') && opensObject(tokens, object) ? contentFrom(unit, object) : undefined;
}

/** A naming verb's content is what it names, with its object; else the quotation, or the words it ends. */
function quotedContent(unit: Unit, at: { at: number; from: number; frames: string }): Span | undefined {
  const { tokens } = unit;
  if (at.at === at.from) return contentFrom(unit, at.at);
  const told =
    /^(?:dem|der|den|gegenüber|im|in|zu|zur)$/.test(tokens[at.at - 1]?.lower ?? '') &&
    (tokens[at.at] as Token).end - (tokens[at.at] as Token).start < 40;
  if (told) {
    // „Handelsblatt“ and „Zeit“ in marks: whoever was told.
    const next = tokens[at.at + 1];
    if (next === undefined || next.kind === 'mark') return leadAfter(unit, at.at + 1, at.frames);
  }
  return at.frames.includes('n') || at.frames.includes('o') || at.frames.includes('q') || at.frames.includes('c')
    ? contentFrom(unit, skipAdverbials(tokens, at.from))
    : undefined;
}

export function opensObject(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  return (
    first !== undefined &&
    first.kind === 'word' &&
    (first.capital || GERMAN_DETERMINERS.has(first.lower) || /(?:e|en|er|es|mehr)$/.test(first.lower)) &&
    lastWordAt(tokens) - from >= 1
  );
}

/** A description or a relative clause between commas behind the speaker: the index of its closing comma. */
function closesAside(tokens: readonly Token[], comma: number): number | undefined {
  const first = tokens[comma + 1];
  if (first === undefined || first.kind !== 'word' || /^(?:dass|daß|ob|wie|warum|weil|wenn)$/.test(first.lower))
    return undefined;
  const close = tokens.findIndex((token, at) => at > comma && at < comma + 24 && /^[,:]$/.test(token.text));
  if (close < 0) return undefined;
  const inner = tokens.slice(comma + 1, close);
  const describes =
    inner.slice(0, 5).some((token) => isRoleNoun(token.text, 'de')) && !inner.some((token) => isClauseVerb(token));
  const relative =
    /^(?:der|die|das|dessen|deren)$/.test(first.lower) &&
    inner.length > 2 &&
    inner[1]?.capital === false &&
    tokens[comma - 1]?.capital === true &&
    /(?:t|te|en|ist|hat|war)$/.test(inner.at(-1)?.lower ?? '');
  if (!describes && !relative) return undefined;
  return tokens[close]?.text === ':' ? close : close;
}

function isClauseVerb(token: Token): boolean {
  return /^(?:ist|sind|sei|seien|habe|hat|haben|hätten?|werde|werden|wird|würden?|könne|könnten?|müsse|müssten?|solle|sollten?|wolle|dürfe|war|waren|will|soll)$/.test(
    token.lower,
  );
}

/** ", dass ...", ", die Preise seien ...", ", die Preise zu senken"; not a relative clause or another verb's clause. */
function clauseAt(unit: Unit, from: number, frames: string) {
  const { tokens } = unit;
  const first = tokens[from];
  if (first === undefined || first.kind === 'mark') return undefined;
  if (first.kind === 'quotation') return contentFrom(unit, from);
  if (
    /^(?:der|die|das|den|dem|dessen|deren|welche|welcher|nachdem|obwohl|während|weil|wobei|sondern|nicht)$/.test(
      first.lower,
    ) &&
    !hasOwnVerb(tokens, from)
  )
    return undefined;
  if (/^(?:und|aber|sowie|um|ohne|nachdem|obwohl|wobei|sondern|als)$/.test(first.lower)) return undefined;
  if (frames === 'q' && !/^(?:dass|daß)$/.test(first.lower)) return undefined;
  return lastWordAt(tokens) - from >= 2 ? contentFrom(unit, from) : undefined;
}

/** A finite verb in the second place, or an infinitive with "zu": a content, not a relative clause. */
function hasOwnVerb(tokens: readonly Token[], from: number): boolean {
  const end = Math.min(tokens.length, from + 30);
  for (let at = from + 1; at < end; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'mark' && /^[.;:]$/.test(token.text)) break;
    if (token.kind === 'mark') continue;
    if (isClauseVerb(token) && at > from + 1 && tokens[from + 1]?.kind === 'word') return true;
    if (token.lower === 'zu' && /en$/.test(tokens[at + 1]?.lower ?? '')) return true;
    if (/^\p{L}+zu\p{L}+en$/u.test(token.lower)) return true;
  }
  const second = tokens[from + 1];
  return second?.capital === true;
}
