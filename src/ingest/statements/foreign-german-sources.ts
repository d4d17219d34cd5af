import type { Attribution } from './attribution.ts';
import { contentBefore, contentFrom, lastWordAt } from './foreign-contents.ts';
import { leadAfter } from './foreign-german-contents.ts';
import { isGermanSpeaker, speakerAfter } from './foreign-german-speakers.ts';
import { GERMAN_PARTICIPLES, GERMAN_VERBS } from './foreign-german-verbs.ts';
import { GERMAN_DETERMINERS } from './foreign-words.ts';
import type { TokenRange } from './noun-phrases.ts';
import type { Token, Unit } from './tokens.ts';

/** "laut X", "nach Angaben von X", "X zufolge": what is left of the sentence is the content. */
export function readAccordingTo(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  const token = tokens[at] as Token;
  let source: TokenRange | undefined;
  let cue = { start: token.start, end: token.end };
  let from = at;
  if (/^(?:laut|gemäß)$/.test(token.lower)) source = markedName(tokens, at + 1) ?? speakerAfter(tokens, at + 1, true);
  else if (/^(?:nach|aus)$/.test(token.lower) && isViewNoun(tokens[at + 1], token.lower)) {
    const next = tokens[at + 2]?.lower ?? '';
    if (!/^(?:von|vom|des|der)$/.test(next)) return undefined;
    source = speakerAfter(tokens, /^vo[nm]$/.test(next) ? at + 3 : at + 2, true);
    cue = { start: token.start, end: (tokens[at + 1] as Token).end };
  } else if (token.lower === 'zufolge') {
    source = phraseBefore(tokens, at);
    from = source?.from ?? at;
  }
  // Whoever has a view or gives information speaks, whatever the noun.
  const isView = /^(?:nach|aus)$/.test(token.lower) || markedName(tokens, at + 1) !== undefined;
  if (source === undefined || !(isView || isGermanSpeaker(tokens, source))) return undefined;
  const after = token.lower === 'zufolge' ? at + 1 : source.to;
  const common = { cue, lemma: token.lower, frame: 'according', source };
  const last = lastWordAt(tokens);
  if (from <= 1) {
    const start = tokens[after]?.text === ',' ? after + 1 : after;
    const content = contentFrom(unit, start);
    return content === undefined ? undefined : { ...common, contents: [content] };
  }
  const before = contentBefore(unit, from);
  if (before === undefined) {
    // "Das ist laut Koch falsch": hardly anything stands before it.
    const first = tokens[0];
    if (first === undefined || after > last) return undefined;
    return { ...common, contents: [{ start: first.start, end: (tokens[last] as Token).end }] };
  }
  const rest = tokens[after];
  const goesOn = rest !== undefined && after <= last && rest.kind === 'word' && tokens[from - 1]?.kind !== 'quotation';
  return { ...common, contents: [{ start: before.start, end: goesOn ? (tokens[last] as Token).end : before.end }] };
}

function isViewNoun(token: Token | undefined, preposition: string): boolean {
  if (token === undefined) return false;
  return preposition === 'aus'
    ? token.lower === 'sicht'
    : /^(?:angaben|aussagen?|ansicht|einschätzung|meinung|auffassung|darstellung|worten|informationen|berechnungen|überzeugung|auskunft)$/.test(
        token.lower,
      );
}

/** The phrase that ends before "zufolge". */
function phraseBefore(tokens: readonly Token[], end: number): TokenRange | undefined {
  for (let from = Math.max(0, end - 10); from < end; from++) {
    const token = tokens[from] as Token;
    const before = tokens[from - 1];
    if (before !== undefined && before.kind === 'word' && (before.capital || GERMAN_DETERMINERS.has(before.lower)))
      continue;
    const range = speakerAfter(tokens, from, true);
    if (token.kind === 'word' && range !== undefined && range.to === end) return range;
  }
  return undefined;
}

/** "„...“, so X", "..., so der Minister weiter". */
export function readSo(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (
    token.lower !== 'so' ||
    before === undefined ||
    !(before.text === ',' || before.kind === 'quotation' || /^[–—]$/.test(before.text))
  )
    return undefined;
  const source = speakerAfter(tokens, at + 1);
  const after = source === undefined ? undefined : tokens[source.to];
  if (source === undefined || !isGermanSpeaker(tokens, source)) return undefined;
  // "..., so Koch sehen die Pläne": a verb makes it something else.
  if (
    after !== undefined &&
    after.kind === 'word' &&
    !/^(?:weiter|am|im|in|bei|gegenüber|heute|gestern|zum|zur|auf|nach|vor|laut|dazu|und|abschließend|später|auch|damals|zu|über|via|per|aus)$/.test(
      after.lower,
    )
  )
    return undefined;
  // In the middle of a sentence a word or two are enough: "Die Preise, so Koch, seien zu hoch."
  const content = contentBefore(unit, at, after?.text === ',' ? 1 : undefined);
  if (content === undefined) return undefined;
  return {
    contents: withRest(unit, content, source.to),
    cue: { start: token.start, end: token.end },
    lemma: 'so',
    frame: 'inverted',
    source,
  };
}

/** "..., wie X mitteilte", "Wie X berichtet, ...": the verb ends its clause. */
export function readAs(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  if ((tokens[at] as Token).lower !== 'wie' || !(at <= 1 || tokens[at - 1]?.text === ',')) return undefined;
  const marked = markedName(tokens, at + 1);
  const source = marked ?? speakerAfter(tokens, at + 1);
  if (source === undefined || (marked === undefined && !isGermanSpeaker(tokens, source))) return undefined;
  let end = source.to;
  while (end < tokens.length && end - source.to < 16 && (tokens[end] as Token).kind !== 'mark') end++;
  let verbAt = end - 1;
  if (/^(?:hat|habe|haben|hatte|hatten)$/.test(tokens[verbAt]?.lower ?? '')) verbAt--;
  const verb = tokens[verbAt];
  if (verb === undefined || verbAt < source.to || !isFinalVerb(verb)) return undefined;
  const cue = { start: verb.start, end: verb.end };
  const content = at <= 1 ? contentFrom(unit, end + 1) : contentBefore(unit, at);
  if (content === undefined) return undefined;
  const contents = at <= 1 ? [content] : withRest(unit, content, end);
  return { contents, cue, lemma: verb.lower, frame: 'according', source };
}

/** "der „Spiegel“": a name in marks, as outlets are cited. */
function markedName(tokens: readonly Token[], from: number): TokenRange | undefined {
  const at = GERMAN_DETERMINERS.has(tokens[from]?.lower ?? '') ? from + 1 : from;
  const name = tokens[at];
  return name?.kind === 'quotation' && name.end - name.start <= LONGEST_MARKED_NAME ? { from, to: at + 1 } : undefined;
}

/** Characters. */
const LONGEST_MARKED_NAME = 40;

function isFinalVerb(token: Token): boolean {
  return (
    GERMAN_VERBS.has(token.lower) ||
    GERMAN_PARTICIPLES.has(token.lower) ||
    /^(?:mitteil|ankündig|hinzufüg|einräum|klarstell|hervorheb|bekanntga|ausführ|anga|angib|zuga|meld|vermeld|hinwies)\p{L}*$/u.test(
      token.lower,
    )
  );
}

/** "..., heißt es in einem Bericht", "In dem Bericht heißt es: „...“": the document speaks, or nobody. */
export function readIsSaid(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  const token = tokens[at] as Token;
  if (!/^(?:heißt|hieß)$/.test(token.lower) || tokens[at + 1]?.lower !== 'es') return undefined;
  const before = tokens[at - 1];
  const tail = before !== undefined && (before.text === ',' || before.kind === 'quotation');
  const content = tail ? contentBefore(unit, at) : leadAfter(unit, at + 2, 'c');
  const cue = { start: token.start, end: (tokens[at + 1] as Token).end };
  const link = tail ? at + 2 : 0;
  const inner = /^(?:in|im|bei|beim|aus|vom|von)$/.test(tokens[link]?.lower ?? '')
    ? speakerAfter(tokens, link + 1, true)
    : undefined;
  const source = inner !== undefined && isGermanSpeaker(tokens, inner) ? inner : undefined;
  if (content === undefined) {
    return tokens.at(-1)?.text === ':'
      ? { contents: [], cue, lemma: 'heißen', frame: 'clause', source, opensNext: true }
      : undefined;
  }
  return { contents: [content], cue, lemma: 'heißen', frame: tail ? 'inverted' : 'clause', source };
}

/** With what goes on behind a tag in the middle: "Die Pläne, so Koch, seien zu teuer." */
export function withRest(unit: Unit, content: { start: number; end: number }, at: number) {
  const { tokens } = unit;
  const before = tokens.findLast((token) => token.end <= content.end);
  const first = tokens[at + 1];
  if (before?.kind === 'quotation' || tokens[at]?.text !== ',' || first === undefined || first.kind !== 'word')
    return [content];
  if (first.capital || /^(?:der|die|das|als|und|aber|wie|nachdem|während|wo|um|dessen|deren|weil)$/.test(first.lower))
    return [content];
  const last = lastWordAt(tokens);
  return last - at < 3 ? [content] : [{ start: content.start, end: (tokens[last] as Token).end }];
}
