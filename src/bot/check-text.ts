import type { Answer, Citation } from '../core/answer.ts';
import type { CheckedSource } from '../core/message.ts';
import { splitSentences } from '../core/text/sentences.ts';

/** Sentences of a text that are looked up: those of a long chat message. Each costs as much as a question. */
const MOST_SENTENCES = 12;
/** Sentences shown of one source. */
const MOST_PER_SOURCE = 3;

/** What people put before what they pass on: "FYI: …", "Heard today: …". */
const LEAD_IN = /^[^:]{1,60}:\s+(?=\S)/;

/** What was found on a text; `text` is the part that was looked up. */
export interface Checked {
  readonly text: string;
  readonly sources: readonly CheckedSource[];
}

/**
 * Which sources speak to a text: each of its sentences is asked as a question is, so that only what would answer it
 * counts. Sources in the order in which the text meets them, each with its best sentences, numbered throughout.
 */
export async function checkText(text: string, ask: (sentence: string) => Promise<Answer>): Promise<Checked> {
  const sentences = splitSentences(text).slice(0, MOST_SENTENCES);
  const bySource = new Map<string, Citation[]>();
  for (const { start, end } of sentences) {
    for (const citation of await findCitations(text.slice(start, end), ask)) {
      const own = bySource.get(citation.document) ?? [];
      if (own.some(({ start: known }) => known === citation.start)) continue;
      bySource.set(citation.document, [...own, citation]);
    }
  }
  let n = 0;
  const sources = [...bySource].map(([document, citations]) => ({
    document,
    citations: citations.slice(0, MOST_PER_SOURCE).map((citation) => {
      n += 1;
      return { ...citation, n };
    }),
  }));
  return { text: text.slice(0, sentences.at(-1)?.end ?? 0), sources };
}

/** What answers the sentence; where nothing does, what answers it without its lead-in. */
async function findCitations(
  sentence: string,
  ask: (sentence: string) => Promise<Answer>,
): Promise<readonly Citation[]> {
  const { citations } = await ask(sentence);
  const rest = sentence.replace(LEAD_IN, '');
  return citations.length > 0 || rest === sentence ? citations : (await ask(rest)).citations;
}
