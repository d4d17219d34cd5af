import type { Attribution } from './attribution.ts';
import { CUE_VERBS } from './cue-verbs.ts';
import { BIAS, FRAME_WEIGHTS, KEEP_FROM } from './frame-weights.ts';
import type { Token, Unit } from './tokens.ts';
import { DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from './word-classes.ts';

/**
 * Whether an attribution without a full quotation is likely one: many verbs attribute in one use and not in another
 * ("called for talks", "called the police"). A logistic model over the verb, its frame and the look of source and
 * content; trained by `src/evaluation/train-frame-weights.ts` on the training part of PolNeAR.
 */
export function isWorthKeeping(unit: Unit, attribution: Attribution): boolean {
  return frameScore(frameFeatures(unit, attribution)) >= KEEP_FROM;
}

/** Log-odds that the attribution is one. */
function frameScore(features: readonly string[]): number {
  let score = BIAS;
  for (const feature of features) score += FRAME_WEIGHTS[feature] ?? 0;
  return score;
}

/** What the model looks at: names of features that hold. */
export function frameFeatures(unit: Unit, attribution: Attribution): string[] {
  const { tokens } = unit;
  const { lemma, frame, source, contents, cue } = attribution;
  const [base = '', ...marks] = frame.split('+');
  const content = contents[0];
  const cueAt = tokens.findIndex((token) => token.start >= cue.start);
  const verb = tokens.slice(cueAt, cueAt + 5).find((token) => CUE_VERBS.has(token.lower));
  const features = [
    `frame ${base}`,
    `verb ${lemma}`,
    `verb ${lemma} ${base}`,
    `source ${sourceLook(source === undefined ? undefined : tokens.slice(source.from, source.to))}`,
    `form ${verb === undefined ? 'none' : (CUE_VERBS.get(verb.lower)?.form ?? 'none')}`,
    ...marks.map((mark) => `mark ${mark}`),
    ...marks.map((mark) => `mark ${mark} ${base}`),
  ];
  if (content !== undefined) {
    const from = tokens.findIndex((token) => token.start >= content.start);
    const words = tokens.filter(
      (token) => token.kind === 'word' && token.start >= content.start && token.end <= content.end,
    ).length;
    features.push(
      `length ${lengthClass(words)}`,
      `opens ${wordLook(tokens[from])}`,
      `length ${lengthClass(words)} ${base}`,
    );
  }
  if (contents.length > 1) features.push('parts');
  if (unit.heading || unit.first) features.push('headline');
  if (/^(?:if|when|while|as|because|although)$/.test(tokens[0]?.lower ?? '')) features.push('subordinate');
  const auxiliary = tokens
    .slice(cueAt, cueAt + 3)
    .find((token) => /^(?:will|would|has|have|had|to|did|does|is|was|are|were)$/.test(token.lower));
  if (auxiliary !== undefined) features.push(`auxiliary ${auxiliary.lower}`);
  if (attribution.addressee !== undefined) features.push('addressee');
  return features;
}

function sourceLook(source: readonly Token[] | undefined): string {
  const first = source?.[0];
  const last = source?.at(-1);
  if (source === undefined || first === undefined || last === undefined) return 'none';
  if (source.length === 1 && (SUBJECT_PRONOUNS.has(first.lower) || first.lower === 'that' || first.lower === 'which'))
    return first.lower;
  if (
    source.some((token) =>
      /^(?:polls?|surveys?|report|reports|study|studies|data|research|analysis|documents?|letter|statement|emails?|poll|voters|percent)$/.test(
        token.lower,
      ),
    )
  )
    return 'report';
  if (last.capital) return 'name';
  if (source.some((token) => token.capital)) return 'named';
  return last.lower.endsWith('s') ? 'plural' : 'common';
}

function wordLook(token: Token | undefined): string {
  if (token === undefined) return 'none';
  if (token.kind !== 'word') return token.kind;
  if (token.capital) return 'name';
  if (/^(?:to|that|whether|how|why|what|if)$/.test(token.lower)) return token.lower;
  if (SUBJECT_PRONOUNS.has(token.lower)) return 'pronoun';
  if (DETERMINERS.has(token.lower)) return 'determiner';
  if (PREPOSITIONS.has(token.lower)) return 'preposition';
  return 'word';
}

function lengthClass(words: number): string {
  if (words <= 1) return '1';
  if (words <= 3) return '3';
  if (words <= 6) return '6';
  if (words <= 12) return '12';
  return words <= 25 ? '25' : 'more';
}
