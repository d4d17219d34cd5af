import type { Answer, Citation } from '../../core/answer.ts';
import { answerControls } from './actions.ts';
import { composeMessages, type SlackMessage } from './compose-messages.ts';
import { fill, type Phrases } from './phrases.ts';
import { nameSpeaker, sourceLines } from './render-sources.ts';
import type { Line } from './rich-text.ts';

/** Evidence older than this is remarked upon: half a year is long in this field. */
const OLD_AFTER_MONTHS = 6;
const MONTH_MS = 30.44 * 24 * 3600 * 1000;

export interface RenderOptions {
  readonly phrases: Phrases;
  readonly now: Date;
  /** Only who asked sees it. */
  readonly isPrivate: boolean;
  /** Remarks of the adapter, such as that a thread could not be read. */
  readonly remarks?: readonly string[];
  /** The person (Slack's id) who shared a private answer. */
  readonly sharedBy?: string;
}

/** An answer as one post, or several where its sources fill more than one. */
export function renderAnswer(
  { answer, permalinkId }: { answer: Answer; permalinkId: string },
  options: RenderOptions,
): [SlackMessage, ...SlackMessage[]] {
  const { phrases, isPrivate, remarks = [], sharedBy } = options;
  const isFound = answer.status === 'answered';
  const body = isFound ? sentenceLines(answer) : refusalLines(answer, phrases);
  const cited = isFound ? answer.citations : answer.related;
  const tail: Line[] = [
    ...conflictLines(answer, phrases),
    ...(cited.length === 0
      ? []
      : [[{ text: `\n${phrases.sources}`, isBold: true }], ...sourceLines(cited, phrases, answer.text)]),
    ...remarkLines(answer, options),
  ];
  return composeMessages({
    head: [
      ...(sharedBy === undefined ? [] : [[{ text: phrases.sharedBy }, { text: '', user: sharedBy }]]),
      ...remarks.map((text) => [{ text, isItalic: true }]),
      ...(answer.understoodAs === undefined
        ? []
        : [[{ text: fill(phrases.understoodAs, { question: answer.understoodAs }), isItalic: true }]]),
    ],
    body,
    tail,
    controls: answerControls(permalinkId, { phrases, isPrivate }),
    cutNote: (shown) => [{ text: fill(phrases.shortened, { shown, total: body.length }), isItalic: true }],
    continued: [{ text: phrases.continued, isItalic: true }],
  });
}

/** Every sentence in a line of its own, with its markers. */
function sentenceLines(answer: Answer): Line[] {
  return answer.sentences.map(({ text, citations }) => [
    { text: `${text} ` },
    { text: citations.map((n) => `[${n}]`).join(''), isBold: true },
  ]);
}

/** What was looked for, and the nearest material apart from it under its own heading. */
function refusalLines(answer: Answer, phrases: Phrases): Line[] {
  const [reason, heading] = splitRefusal(answer);
  if (answer.related.length === 0) return [[{ text: reason }]];
  return [
    [{ text: reason }],
    [{ text: `\n${heading ?? phrases.nearest}`, isBold: true }],
    ...answer.related.map((citation) => relatedLine(citation, phrases)),
  ];
}

function relatedLine(citation: Citation, phrases: Phrases): Line {
  const speaker = nameSpeaker(citation, phrases);
  return [
    { text: `[${citation.n}] `, isBold: true },
    { text: `${speaker === '' ? '' : `${speaker}: `}“${citation.quote}”` },
  ];
}

/**
 * The desk's words of a refusal: why there is no answer, and what the nearest material is called. The rest of the text
 * repeats the related citations, which are rendered from themselves.
 */
function splitRefusal(answer: Answer): [reason: string, heading?: string] {
  const paragraphs = answer.text.split('\n\n');
  const isUnderstood = (text: string) => answer.understoodAs !== undefined && text.includes(answer.understoodAs);
  const first = paragraphs.findIndex((text) => answer.related.some(({ quote }) => text.includes(quote)));
  const own = (first === -1 ? paragraphs : paragraphs.slice(0, first)).filter(
    (text, at) => at > 0 || !isUnderstood(text) || paragraphs.length === 1,
  );
  const heading = first === -1 ? undefined : /^[^\n[“]+(?=:\n)/.exec(paragraphs[first] ?? '')?.[0];
  return [own.length === 0 ? answer.text : own.join('\n'), heading];
}

/** Where sources differ: about what, and who stands on which side. */
function conflictLines(answer: Answer, phrases: Phrases): Line[] {
  const byMarker = new Map(answer.citations.map((citation) => [citation.n, citation]));
  return answer.conflicts.flatMap(({ about, citations }) => [
    [{ text: `\n${fill(phrases.conflict, { about })}`, isBold: true }],
    ...citations.flatMap((n) => {
      const citation = byMarker.get(n);
      if (citation === undefined) return [];
      const name = nameSpeaker(citation, phrases);
      return [[{ text: `[${n}] ${name === '' ? (citation.publisher ?? citation.title) : name}: “${citation.quote}”` }]];
    }),
  ]);
}

function remarkLines(answer: Answer, { phrases, now }: RenderOptions): Line[] {
  if (answer.status !== 'answered') return [];
  const remarks = [answer.mode === 'generated' ? phrases.generated : phrases.extractive];
  if (answer.newest !== undefined) {
    remarks.unshift(fill(phrases.newest, { date: answer.newest }));
    const months = Math.floor((now.getTime() - Date.parse(answer.newest)) / MONTH_MS);
    if (months >= OLD_AFTER_MONTHS) remarks.splice(1, 0, fill(phrases.old, { months }));
  }
  return [[{ text: `\n${remarks.join(' ')}`, isItalic: true }]];
}
