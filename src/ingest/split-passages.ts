import type { Passage, Sentence } from '../core/document.ts';

/**
 * Words at which a passage is full: about two news paragraphs. Of 100, 120 and 130 words tried, 130 ranked best on the
 * retrieval sets (`desk eval retrieval-`) with the fewest vectors.
 */
const FULL_PASSAGE_WORDS = 130;
/** At a paragraph's end a passage is full earlier. */
const FULL_AT_PARAGRAPH_END = 104;
/** A passage is not stretched beyond this by a last short paragraph. */
const LONGEST_PASSAGE_WORDS = 190;

/**
 * Groups consecutive sentences into passages of about 130 words. Passages do not overlap, keep the order, and together
 * hold every sentence; they end at a paragraph's end where one is near.
 */
export function splitPassages(text: string, sentences: readonly Sentence[]): Passage[] {
  const passages: Passage[] = [];
  let firstSentence = 0;
  let words = 0;
  sentences.forEach((sentence, index) => {
    const sentenceWords = countWords(text, sentence.start, sentence.end);
    const startsBlock = sentence.block !== sentences[index - 1]?.block;
    const isFull = words >= FULL_PASSAGE_WORDS || (startsBlock && words >= FULL_AT_PARAGRAPH_END);
    if (index > firstSentence && (isFull || words + sentenceWords > LONGEST_PASSAGE_WORDS)) {
      passages.push(makePassage(sentences, firstSentence, index));
      firstSentence = index;
      words = 0;
    }
    words += sentenceWords;
  });
  if (firstSentence < sentences.length) passages.push(makePassage(sentences, firstSentence, sentences.length));
  return passages;
}

function makePassage(sentences: readonly Sentence[], firstSentence: number, endSentence: number): Passage {
  const start = sentences[firstSentence]?.start ?? 0;
  const end = sentences[endSentence - 1]?.end ?? start;
  return { start, end, firstSentence, endSentence };
}

function countWords(text: string, start: number, end: number): number {
  let words = 0;
  let inWord = false;
  for (let at = start; at < end; at += 1) {
    const isSpace = text.charCodeAt(at) <= 32;
    if (!isSpace && !inWord) words += 1;
    inWord = !isSpace;
  }
  return words;
}
