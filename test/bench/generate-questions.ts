import { createRandom, type Random } from './random.ts';

export type QuestionKind = 'who-said' | 'number' | 'what' | 'keywords';

export interface GeneratedQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
}

const KINDS: readonly QuestionKind[] = ['who-said', 'number', 'what', 'keywords'];

/** Tries a question may take before the texts are held to have none of its kind. */
const TRIES = 50;

const CUE = /\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:said|says|told|added|argued|warned|stated|wrote)\b/;
const COUNTED = /\b\d[\d.,]*\s+(?:(?:million|billion|percent|per cent)\s+)?([a-z]{4,}(?: [a-z]{4,})?)/;

/** `count` questions about random sentences of the texts, the kinds in turn; the same seed gives the same ones. */
export function generateQuestions(options: {
  readonly texts: readonly string[];
  readonly count: number;
  readonly seed: number;
}): GeneratedQuestion[] {
  const { texts, count, seed } = options;
  const random = createRandom(seed);
  const questions: GeneratedQuestion[] = [];
  for (let index = 0; index < count; index += 1) {
    const kind = KINDS[index % KINDS.length] ?? 'keywords';
    questions.push(askAboutSome(kind, texts, random));
  }
  return questions;
}

function askAboutSome(kind: QuestionKind, texts: readonly string[], random: Random): GeneratedQuestion {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const sentences = random.pick(texts).split(/(?<=[.!?]["”’]?)\s+/);
    const text = askAbout(kind, random.pick(sentences), random);
    if (text !== undefined) return { kind, text };
  }
  return { kind: 'keywords', text: random.pick(texts).split(/\s+/).slice(0, 4).join(' ') };
}

/** The question of a kind that a sentence gives, if it gives one. */
export function askAbout(kind: QuestionKind, sentence: string, random: Random): string | undefined {
  const topic = topicWords(sentence);
  if (topic.length < 3) return undefined;
  const first = random.below(topic.length - 1);
  const subject = topic.slice(first, first + 2).join(' ');
  switch (kind) {
    case 'who-said': {
      const speaker = CUE.exec(sentence)?.[1];
      return speaker === undefined ? undefined : `What did ${speaker} say about ${subject}?`;
    }
    case 'number': {
      const counted = COUNTED.exec(sentence)?.[1];
      return counted === undefined ? undefined : `How many ${counted} ${subject}?`;
    }
    case 'what': {
      const name = /\b[A-Z][a-z]{3,}\b/.exec(sentence.slice(1))?.[0];
      return name === undefined ? undefined : `What happened to ${name} and the ${subject}?`;
    }
    case 'keywords':
      return topic.slice(first, first + 4).join(' ');
  }
}

/** Words long enough to carry a subject, in their order. */
function topicWords(sentence: string): string[] {
  return (sentence.match(/[A-Za-z]{5,}/g) ?? []).map((word) => word.toLowerCase());
}
