import { isAdverb } from './foreign-french-contents.ts';
import { FRENCH_AUXILIARY } from './foreign-french-verbs.ts';
import { isCapital } from './foreign-words.ts';
import type { Token } from './tokens.ts';

/** The auxiliary of a participle, past adverbs. */
export function auxiliaryBefore(tokens: readonly Token[], at: number): number | undefined {
  let i = at - 1;
  while (i >= 0 && at - i < 5 && isAdverb(tokens[i])) i--;
  if (i >= 0 && /^(?:été|fait)$/.test(tokens[i]?.lower ?? '')) return undefined;
  return i >= 0 && FRENCH_AUXILIARY.test(tokens[i]?.lower ?? '') ? i : undefined;
}

export function skipClitics(tokens: readonly Token[], at: number): number {
  let from = at;
  while (
    from > 0 &&
    /^(?:l'|lui|leur|nous|vous|en|y|se|le|me|s'|s'en)$/.test(tokens[from - 1]?.lower ?? '') &&
    isClitic(tokens, from - 1)
  )
    from--;
  return from;
}

/** "nous" and "lui" before a verb are told something; "le" before a verb is an object, before a noun an article. */
function isClitic(tokens: readonly Token[], at: number): boolean {
  return at > 0 && !/^(?:à|pour|avec|de|chez)$/.test(tokens[at - 1]?.lower ?? '');
}

export function isNegated(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = Math.max(0, from - 2); at <= to; at++) if (/^(?:ne$|n')/.test(tokens[at]?.lower ?? '')) return true;
  return false;
}

/** "est annoncé", "a été annoncé": nobody is named. Verbs with "s'est" are no passives. */
export function isPassive(tokens: readonly Token[], auxiliary: number | undefined, at: number): boolean {
  if (auxiliary === undefined) return tokens[at - 1]?.lower === 'été';
  const word = tokens[auxiliary]?.lower ?? '';
  const reflexive = /^s['’]/.test(word) || /^s['’e]/.test(tokens[auxiliary - 1]?.lower ?? '');
  return /(?:est|sont|était|étaient)$/.test(word) && !reflexive;
}

export function isReflexive(tokens: readonly Token[], from: number, token: Token): boolean {
  return (
    /^s['’]/.test(token.lower) || /^s['’]/.test(tokens[from]?.lower ?? '') || /^se$/.test(tokens[from - 1]?.lower ?? '')
  );
}

/** "une note", "la demande", "le juge": nouns of the same form. */
export function isNounHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (/['’]/.test(tokens[at]?.text ?? '') && !/^s['’]/.test(tokens[at]?.lower ?? '')) return true;
  return (
    before.kind === 'word' &&
    !isCapital(before.text) &&
    /^(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|leur|leurs|de|du|au|aux|en|sans|par|sur|à|toute?|chaque|aucune?|nouvelle?|première?|dernière?|mes|ma|mon|notre|votre)$/.test(
      before.lower,
    )
  );
}
