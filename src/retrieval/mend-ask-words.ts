/** Question words as people mistype them. */
const MISTYPED: Readonly<Record<string, string>> = {
  wat: 'what',
  waht: 'what',
  whta: 'what',
  whar: 'what',
  wht: 'what',
  wath: 'what',
  wha: 'what',
  wen: 'when',
  wehn: 'when',
  whne: 'when',
  whn: 'when',
  wher: 'where',
  whre: 'where',
  wehre: 'where',
  were: 'where',
  woh: 'who',
  hwo: 'who',
  wo: 'who',
  wich: 'which',
  whcih: 'which',
  whihc: 'which',
  hwy: 'why',
  wy: 'why',
  whi: 'why',
  hw: 'how',
  ohw: 'how',
  ow: 'how',
  didnt: "didn't",
  ddi: 'did',
  dose: 'does',
  deos: 'does',
};
/** Read as meant only where no question word can be: before an auxiliary ("were is the mill"). */
const DOUBTFUL = /^(?:were|wo|dose|ow|wha|whi)$/;
const AUXILIARY = /^(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|many|much|long)$/;

/** The question with its first word put right where that is a mistyped question word. */
export function mendAskWord(text: string): string {
  const match = /^(?<lead>(?:and |but |so )?)(?<word>[a-z']+)(?<rest> (?<next>[a-z]+).*)$/is.exec(text);
  const { lead = '', word = '', rest = '', next = '' } = match?.groups ?? {};
  const isHow = /^(?:hwo|ohw)$/i.test(word) && /^(?:many|much|long|do|does|did|often|old)$/i.test(next);
  const meant = isHow ? 'how' : MISTYPED[word.toLowerCase()];
  if (meant === undefined || (DOUBTFUL.test(word.toLowerCase()) && !AUXILIARY.test(next.toLowerCase()))) return text;
  return `${lead}${meant}${rest}`;
}
