import { isStopWord, tokenise } from '../core/text/terms.ts';
import type { ReadSentence } from './read-document.ts';

const NEGATION =
  /^(?:not|no|never|without|cannot|cant|neither|nor|none|nothing|denied|denies|deny|rejected|rejects|refuted|disput\w+|contrary|nicht|kein\w*|pas|aucun\w*|isnt|arent|wasnt|werent|doesnt|didnt|dont|wont)$/;
/** Words after a negation that it reaches: about a clause. */
const NEGATION_REACH = 14;

/** Whether a negation ("not", "rather than", "denied") stands shortly before one of the words. */
export function isDenied(sentence: Pick<ReadSentence, 'words' | 'stems'>, stems: ReadonlySet<string>): boolean {
  return sentence.words.some(
    (word, at) =>
      isNegation(word, sentence.words[at + 1]) &&
      sentence.stems.slice(at + 1, at + 1 + NEGATION_REACH).some((stem) => stems.has(stem)),
  );
}

/** Index terms of the telling words that the sentence's negations reach. */
export function deniedStems(sentence: Pick<ReadSentence, 'words' | 'stems'>): ReadonlySet<string> {
  const denied = new Set<string>();
  sentence.words.forEach((word, at) => {
    if (!isNegation(word, sentence.words[at + 1])) return;
    for (let next = at + 1; next <= at + NEGATION_REACH && next < sentence.words.length; next += 1) {
      if (!isStopWord(sentence.words[next] ?? '')) denied.add(sentence.stems[next] ?? '');
    }
  });
  return denied;
}

/** Whether a text holds a negation at all. */
export function isDenial(text: string): boolean {
  const words = tokenise(text).map(({ word }) => word);
  return words.some((word, at) => isNegation(word, words[at + 1]));
}

function isNegation(word: string, next: string | undefined): boolean {
  return (
    NEGATION.test(word) ||
    ((word === 'rather' || word === 'other') && next === 'than') ||
    (word === 'instead' && next === 'of')
  );
}
