/** Frequent words that stand in one of the three languages only. */
const MARKERS: readonly { language: string; words: RegExp }[] = [
  { language: 'en', words: /\b(?:the|and|of|that|with|was|which|have)\b/gi },
  { language: 'fr', words: /\b(?:les|des|une|est|dans|pour|avec|qui)\b/gi },
  { language: 'de', words: /\b(?:und|der|das|nicht|ist|mit|von|ein)\b/gi },
];
/** As much of a text as is looked at, in code units. */
const SAMPLE_LENGTH = 2_000;

/** The likeliest of `en`, `fr` and `de` by frequent words; `en` when the text does not tell. For index terms only. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best = { language: 'en', count: 0 };
  for (const { language, words } of MARKERS) {
    const count = sample.match(words)?.length ?? 0;
    if (count > best.count) best = { language, count };
  }
  return best.language;
}
