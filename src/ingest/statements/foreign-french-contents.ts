import type { Span } from '../../core/text/span.ts';
import { contentFrom } from './foreign-contents.ts';
import { bareWord } from './foreign-words.ts';
import type { Token, Unit } from './tokens.ts';

const NOT_QUE =
  /^(?:ainsi|tel|telle|tels|telles|alors|parce|plus|moins|autre|autres|même|mêmes|aussi|autant|dès|lors|tant|pour|afin|bien|sans|avant|après|tandis|plutôt|pendant|si|ne|jusqu'à)$/;
/** As far as the content's first word may stand behind the cue. Tokens. */
const REACH = 24;

/** What follows a cue as its content: "que", a colon, a quotation, an infinitive, an object. */
export function readLead(unit: Unit, at: { from: number; frames: string }): Span | undefined {
  const { tokens } = unit;
  const { frames } = at;
  let { from } = at;
  while (isAdverb(tokens[from]) || isTimeWord(tokens[from])) from++;
  const first = tokens[from];
  if (first === undefined) return undefined;
  if (frames.includes('p')) return /^(?:contre|sur)$/.test(first.lower) ? contentFrom(unit, from) : undefined;
  if (frames.includes('i') && opensInfinitive(tokens, from)) return contentFrom(unit, from);
  for (let i = from; i < Math.min(tokens.length - 1, from + REACH); i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'quotation')
      return i === from || isObject(tokens, from, i) ? contentFrom(unit, from) : undefined;
    if (token.text === ':') return contentFrom(unit, i + 1);
    if (/^[.;?!]$/.test(token.text)) return undefined;
    if (/^qu(?:e$|')/.test(token.lower) && !NOT_QUE.test(tokens[i - 1]?.lower ?? '')) return contentFrom(unit, i);
    if (/^(?:si|pourquoi|comment|combien)$|^s'il/.test(token.lower) && i === from) return contentFrom(unit, i);
  }
  return frames.includes('o') && isObject(tokens, from, tokens.length) ? contentFrom(unit, from) : undefined;
}

function isObject(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from] as Token;
  return (
    /^(?:le|la|les|un|une|des|du|de|ce|cet|cette|ces|son|sa|ses|leur|leurs|vouloir|être|avoir)$|^[ld]'/.test(
      first.lower,
    ) && !tokens.slice(from, to).some((token) => token.text === ':')
  );
}

function opensInfinitive(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (/^(?:de|ne|pas|n'y|y|en|se|bien|vouloir)$/.test(tokens[at]?.lower ?? '') && at < from + 4) at++;
  const word = bareWord(tokens[at]?.lower ?? '');
  return (
    /^(?:être|avoir|vouloir|faire|\p{L}{2,}(?:er|ir|oir|dre|tre|ire))$/u.test(word) &&
    !/^(?:premier|dernier|hier)$/.test(word)
  );
}

export function isAdverb(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    (/^(?:également|aussi|ainsi|notamment|encore|toutefois|même|déjà|toujours|d'ailleurs|alors|depuis|tout|bien|enfin|ensuite|donc|vite|longtemps|certes|pourtant|cependant|quant)$/.test(
      token.lower,
    ) ||
      /\p{L}{3}ment$/u.test(token.lower))
  );
}

export function isTimeWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui)$/.test(token.lower)
  );
}
