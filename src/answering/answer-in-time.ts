import { addDays, rangeOfPublished } from '../retrieval/calendar.ts';
import type { Question } from '../retrieval/question.ts';
import { type Claim, saysTheSame, toClaim } from './find-claims.ts';
import { unmute } from './mute-sentences.ts';
import type { Outcome } from './outcome.ts';
import type { Candidate } from './score-sentences.ts';
import { findEventDate, isPublishedIn, narrowToPeriod, type Period, tellsOf } from './within-time.ts';

/** Answers a question from some of the candidates, without regard to time. */
export type Decide = (question: Question, candidates: readonly Candidate[]) => Promise<Outcome>;

/** A newer source is preferred unless it answers so much less well than the best one. */
const NEWEST_SCORE = 0.4;
/** Documents of a period shown where nothing but the time is asked ("What happened in June 2026?"). */
const MOST_OPENINGS = 5;
const MOST_DATES = 3;

export interface TimeAnsweringDeps {
  readonly decide: Decide;
  /** Reads a text as a question that asks of no time: its words of time are words like others. */
  readonly readTimeless: (text: string) => Promise<Question>;
}

/** Answers a question that says when its answer is to be of. */
export async function answerInTime(
  question: Question,
  candidates: readonly Candidate[],
  deps: TimeAnsweringDeps,
): Promise<Outcome> {
  const { time } = question;
  switch (time?.kind) {
    case undefined:
      return deps.decide(question, candidates);
    case 'newest':
      return answerNewest(question, candidates, deps.decide);
    case 'event':
      return answerBesideEvent(question, candidates, deps);
    case 'range':
    case 'recurring':
      return answerInPeriod(question, candidates, time, deps);
  }
}

/** Of what answers, the newest; sources without a date come last, as nothing shows that they are new. */
async function answerNewest(question: Question, candidates: readonly Candidate[], decide: Decide): Promise<Outcome> {
  const all = await decide(question, candidates);
  if ('refusal' in all || candidates.length === 1) return withDate(all);
  const best = Math.max(...all.claims.map(({ score }) => score));
  for (const group of groupByDate(candidates)) {
    const outcome = await decide(question, group);
    if ('claims' in outcome && outcome.claims.some(({ score }) => score >= best * NEWEST_SCORE))
      return withDate(outcome);
  }
  return withDate(all);
}

function withDate(outcome: Outcome): Outcome {
  if ('refusal' in outcome) return outcome;
  const newest = outcome.claims
    .flatMap(({ read }) => read.document.published ?? [])
    .sort()
    .at(-1);
  const remark =
    newest === undefined
      ? 'The sources that answer carry no date.'
      : `The newest of the sources that answer is of ${newest}.`;
  return { ...outcome, remarks: [...(outcome.remarks ?? []), remark] };
}

/** Candidates of one day together, newest first; those without a date are one group, the last. */
function groupByDate(candidates: readonly Candidate[]): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const day = rangeOfPublished(candidate.read.document.published)?.from ?? '';
    groups.set(day, [...(groups.get(day) ?? []), candidate]);
  }
  return [...groups].sort(([a], [b]) => b.localeCompare(a)).map(([, group]) => group);
}

async function answerInPeriod(
  question: Question,
  candidates: readonly Candidate[],
  period: Period,
  { decide, readTimeless }: TimeAnsweringDeps,
): Promise<Outcome> {
  const inside = narrowToPeriod(candidates, period);
  if (question.terms.every(({ isGeneric }) => isGeneric)) {
    const claims = openings(question, inside, period);
    if (claims.length > 0) return { claims: unmute(claims, candidates) };
  }
  if (inside.length > 0) {
    // Sentences that tell the time in the question's own words answer best; else the documents' dates tell it.
    const told = await decide(await readTimeless(question.text), inside);
    const outcome = 'claims' in told ? told : await decide(question, inside);
    if ('claims' in outcome) return { ...outcome, claims: unmute(preferTold(outcome.claims, period), candidates) };
    const elsewhere = await decide(question, candidates);
    if ('refusal' in elsewhere) return { ...outcome, near: unmute(outcome.near, candidates) };
    return outside(period, elsewhere.claims);
  }
  const elsewhere = await decide(question, candidates);
  return 'claims' in elsewhere ? outside(period, elsewhere.claims) : elsewhere;
}

/** What answers at another time is shown as the nearest material, with its dates. */
function outside(period: Period, claims: readonly Claim[]): Outcome {
  const dates = [...new Set(claims.map(({ read }) => read.document.published ?? 'no date'))].slice(0, MOST_DATES);
  return { refusal: { kind: 'outside_time', words: period.words, dates }, near: claims };
}

/** Sentences that tell the time themselves stand before those whose document does. */
function preferTold(claims: readonly Claim[], period: Period): Claim[] {
  const told = claims.filter(({ read, sentence }) => tellsOf(sentence, read, period));
  return [...told, ...claims.filter((claim) => !told.includes(claim))];
}

/** "What happened in June 2026?": how the sources of the period open, newest first. */
function openings({ terms }: Question, inside: readonly Candidate[], period: Period): Claim[] {
  const published = inside.filter(({ read }) => isPublishedIn(read, period));
  const stems = terms.flatMap((term) => term.stems);
  const claims: Claim[] = [];
  for (const { read } of published.sort((a, b) =>
    (b.read.document.published ?? '').localeCompare(a.read.document.published ?? ''),
  )) {
    const prose = read.sentences.filter(
      ({ sentence, words }) => sentence.kind === 'prose' && words.length > SHORTEST_OPENING,
    );
    const opening = prose.find(({ stemSet }) => stems.some((stem) => stemSet.has(stem))) ?? prose[0];
    if (opening === undefined || claims.some((other) => saysTheSame(other.sentence, opening))) continue;
    claims.push(toClaim({ read, sentence: opening, score: 1 }));
    if (claims.length >= MOST_OPENINGS) break;
  }
  return claims;
}

/** Shorter ones are bylines and datelines. In words. */
const SHORTEST_OPENING = 5;

/** Where the sources date the event, what is of the time after or before it; else the event's words are looked for. */
async function answerBesideEvent(
  question: Question,
  candidates: readonly Candidate[],
  deps: TimeAnsweringDeps,
): Promise<Outcome> {
  const { time } = question;
  if (time?.kind !== 'event') return deps.decide(question, candidates);
  const words = new Set(time.event.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const terms = question.terms.filter(({ word }) => words.has(word));
  const date = findEventDate(
    terms.filter(({ isGeneric }) => !isGeneric).map(({ stems }) => stems),
    candidates,
  );
  const asWords = await deps.decide(question, candidates);
  if (date?.range.from === undefined || date.range.until === undefined) return asWords;
  const range = time.relation === 'after' ? { from: date.range.from } : { until: addDays(date.range.from, -1) };
  const period: Period = { kind: 'range', words: time.words, range };
  const timed = await answerInPeriod(await deps.readTimeless(time.rest), candidates, period, deps);
  // What the sources say in so many words of "after VivaTech" is of that time, whenever it was published.
  if ('refusal' in timed) return 'claims' in asWords ? asWords : timed;
  return { ...timed, remarks: [...(timed.remarks ?? []), `The sources date ${time.event}: ${date.words}.`] };
}
