import { createRandom, type Random } from './random.ts';

type QuestionKind = 'who-said' | 'number' | 'what' | 'keywords';

export interface GeneratedQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
}

const KINDS: readonly QuestionKind[] = ['who-said', 'number', 'what', 'keywords'];

/** Tries a question may take before the texts are held to have none of its kind. */
const TRIES = 50;

const SPEAKER_BEFORE = /\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:said|says|told|added|argued|warned|stated|wrote)\b/;
const SPEAKER_AFTER = /\b(?:said|says|added) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b/;
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
  switch (kind) {
    case 'who-said': {
      const speaker = (SPEAKER_BEFORE.exec(sentence) ?? SPEAKER_AFTER.exec(sentence))?.[1];
      const subject = takeTopic({ sentence, without: speaker, words: 2, random });
      if (speaker === undefined || subject === undefined || PRONOUN.test(speaker)) return undefined;
      return `What did ${speaker} say about ${subject}?`;
    }
    case 'number': {
      const counted = COUNTED.exec(sentence)?.[1];
      const subject = takeTopic({ sentence, without: counted, words: 2, random });
      return counted === undefined || subject === undefined ? undefined : `How many ${counted} for ${subject}?`;
    }
    case 'what': {
      const name = /(?<=[a-z,;] )[A-Z][a-z]{3,}\b/.exec(sentence)?.[0];
      const subject = takeTopic({ sentence, without: name, words: 2, random });
      return name === undefined || subject === undefined ? undefined : `What happened to ${name} and the ${subject}?`;
    }
    case 'keywords':
      return takeTopic({ sentence, without: undefined, words: 4, random });
  }
}

const PRONOUN = /^(?:He|She|It|They|We|You|I|This|That|Who|But|And)\b/;

/** So many of the sentence's subject words in a row (long ones, in lower case), `undefined` where there are fewer. */
function takeTopic(options: {
  readonly sentence: string;
  readonly without: string | undefined;
  readonly words: number;
  readonly random: Random;
}): string | undefined {
  const { sentence, words, random } = options;
  const taken = new Set((options.without ?? '').toLowerCase().split(' '));
  const topic = (sentence.match(/[A-Za-z]{5,}/g) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !taken.has(word));
  if (topic.length < words) return undefined;
  const first = random.below(topic.length - words + 1);
  return topic.slice(first, first + words).join(' ');
}
