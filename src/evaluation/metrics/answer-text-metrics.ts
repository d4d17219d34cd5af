import { foldWhiteSpace } from '../../core/text/span.ts';

/** Lower case, without punctuation and articles, white space folded: the normalisation of SQuAD's official script. */
export function normaliseAnswerText(text: string): string {
  return foldWhiteSpace(
    text
      .toLowerCase()
      .replace(/[!-/:-@[-`{-~]/g, '')
      .replace(/\b(?:a|an|the)\b/g, ' '),
  );
}

/** SQuAD's exact match, best over the accepted answers; no accepted answers means that "" is right. 0 or 1. */
export function exactMatch(prediction: string, accepted: readonly string[]): number {
  const predicted = normaliseAnswerText(prediction);
  return orEmptyAnswer(accepted).some((answer) => normaliseAnswerText(answer) === predicted) ? 1 : 0;
}

/** SQuAD's token F1, best over the accepted answers; where one side is empty, 1 only when both are. 0 to 1. */
export function tokenF1(prediction: string, accepted: readonly string[]): number {
  const predicted = tokensOf(prediction);
  return Math.max(...orEmptyAnswer(accepted).map((answer) => tokenOverlapF1(predicted, tokensOf(answer))));
}

/** Whether the text holds the phrase as whole words, case and white space aside. */
export function containsPhrase(text: string, phrase: string): boolean {
  const wanted = foldWhiteSpace(phrase).toLowerCase();
  if (wanted === '') return false;
  const hay = foldWhiteSpace(text).toLowerCase();
  for (let at = hay.indexOf(wanted); at >= 0; at = hay.indexOf(wanted, at + 1)) {
    if (
      !(isWordCharacter(hay[at - 1]) && isWordCharacter(wanted[0])) &&
      !(isWordCharacter(hay[at + wanted.length]) && isWordCharacter(wanted.at(-1)))
    ) {
      return true;
    }
  }
  return false;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function orEmptyAnswer(accepted: readonly string[]): readonly string[] {
  return accepted.length === 0 ? [''] : accepted;
}

function tokensOf(text: string): string[] {
  const normalised = normaliseAnswerText(text);
  return normalised === '' ? [] : normalised.split(' ');
}

function tokenOverlapF1(predicted: readonly string[], gold: readonly string[]): number {
  if (predicted.length === 0 || gold.length === 0) return predicted.length === gold.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const token of gold) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of predicted) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(token, count - 1);
  }
  return common === 0 ? 0 : (2 * common) / (predicted.length + gold.length);
}
