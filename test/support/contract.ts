import { z } from 'zod';

// The shapes that the command line promises. Fields may be added; none is renamed or dropped, none is `undefined`.

/** ISO 8601 as far as it is known: year, year-month, date or date-time. */
const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/);
const offset = z.int().min(0);
const marker = z.int().min(1);
const known = z.string().min(1).nullable();
const span = z.object({ start: offset, end: offset }).refine(({ start, end }) => start <= end, 'ends before it starts');
const identity = z.object({ name: known, role: known, organisation: known });
const milliseconds = z.number().min(0);

export const CitationContract = z
  .object({
    n: marker,
    document: z.string().min(1),
    title: z.string().min(1),
    publisher: known,
    attribution: z.string().min(1),
    url: known,
    published: isoDate.nullable(),
    quote: z.string().min(1),
    speaker: identity.nullable(),
    via: known,
  })
  .and(span);

const sentences = z.array(z.object({ text: z.string().min(1), citations: z.array(marker).min(1) }));

export const AnswerContract = z
  .object({
    question: z.string(),
    status: z.enum(['answered', 'not_found']),
    text: z.string().min(1),
    sentences,
    citations: z.array(CitationContract),
    related: z.array(CitationContract),
    conflicts: z.array(z.object({ about: z.string().min(1), citations: z.array(marker).min(2) })),
    mode: z.enum(['extractive', 'generated']),
    newest: isoDate.nullable(),
    tookMs: milliseconds,
  })
  .superRefine((answer, context) => {
    const fail = (message: string) => context.addIssue({ code: 'custom', message });
    const markers = answer.citations.map(({ n }) => n);
    if (markers.some((n, index) => n !== index + 1)) fail(`markers do not count from 1: ${markers.join()}`);
    const used = [...answer.sentences, ...answer.conflicts].flatMap(({ citations }) => citations);
    if (used.some((n) => !markers.includes(n))) fail('a sentence or conflict names a citation that is not there');
    if (answer.status === 'answered' && answer.sentences.length === 0) fail('answered without a sentence');
    if (answer.status === 'answered' && markers.some((n) => !answer.text.includes(`[${n}]`)))
      fail('a marker is not in the text');
    if (answer.status === 'not_found' && answer.sentences.length + answer.citations.length > 0)
      fail('not found, yet cited');
  });

export const BatchAnswerContract = z.object({ id: z.union([z.string(), z.number()]) }).and(AnswerContract);

export const StatementContract = z
  .object({
    text: z.string().min(1),
    kind: z.enum(['direct', 'mixed', 'indirect']),
    speaker: z
      .object({ text: z.string().min(1) })
      .and(span)
      .and(identity)
      .nullable(),
    cue: z
      .object({ text: z.string().min(1) })
      .and(span)
      .nullable(),
    via: known,
  })
  .and(span);

export const StatementsContract = z.object({
  id: z.union([z.string(), z.number()]),
  statements: z.array(StatementContract),
});

export const SentencesContract = z.object({ id: z.union([z.string(), z.number()]), sentences: z.array(span) });

const count = z.int().min(0);

export const IndexContract = z.object({
  documents: count,
  passages: count,
  statements: count,
  added: count,
  changed: count,
  removed: count,
  tookMs: milliseconds,
});

export const RemoveContract = z.object({ removed: count });

export const SearchContract = z.object({
  id: z.union([z.string(), z.number()]).nullable(),
  hits: z
    .array(z.object({ document: z.string().min(1), passage: z.string(), score: z.number() }))
    .refine((hits) => hits.every(({ score }, at) => at === 0 || score <= (hits[at - 1]?.score ?? score)), 'best first'),
});

export const SourcesContract = z.array(
  z.object({
    id: z.string().min(1),
    title: z.string().min(1),
    publisher: known,
    attribution: z.string().min(1),
    url: known,
    published: isoDate.nullable(),
    language: known,
    statements: count,
  }),
);

export const SummaryContract = z.object({
  title: z.string().min(1),
  text: z.string(),
  sentences,
  citations: z.array(CitationContract),
  stories: z.array(z.unknown()),
  range: z.object({ since: isoDate.nullable(), until: isoDate.nullable() }),
});

export const DoctorContract = z.array(
  z
    .object({
      check: z.string().min(1),
      ok: z.boolean(),
      detail: z.string().min(1),
      mend: z.string().min(1).nullable(),
    })
    .refine(({ ok, mend }) => ok || mend !== null, 'what is not ok says how to mend it'),
);
