import { joinTokens } from './foreign-names.ts';
import { bareWord } from './foreign-words.ts';
import { citeOutlet, isOutlet } from './outlets.ts';
import type { Token, Unit } from './tokens.ts';

/** Words that lead to the outlet that somebody spoke to or through. */
const LINK =
  /^(?:à|au|aux|auprès|de|du|des|par|sur|dans|avec|journal|quotidien|magazine|hebdomadaire|chaîne|l'agence|agence|site|le|la|les|l|der|dem|den|gegenüber|im|mit|zeitung|nachrichtenagentur|agentur|magazin|sender|auf|bei|beim|zeitungen)$/;
/** An outlet's name has at most so many words. */
const LONGEST = 4;

/** The outlet that a unit's own words (not its content) name as the way the statement came: "à l'AFP", "der dpa". */
export function findForeignOutlet(
  text: string,
  unit: Unit,
  at: { contents: readonly { start: number; end: number }[]; source?: { start: number; end: number } },
): string | undefined {
  const { tokens } = unit;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const taken = [...at.contents, ...(at.source === undefined ? [] : [at.source])];
    if (taken.some((span) => span.start <= token.start && token.end <= span.end)) continue;
    const elided = /^(?:l|d)['’]/i.test(token.text);
    if (!elided && token.kind !== 'quotation' && !LINK.test(tokens[i - 1]?.lower ?? '')) continue;
    const found = token.kind === 'quotation' ? quotedOutlet(text, token) : outletAt(tokens, i);
    if (found !== undefined) return citeOutlet(found);
  }
  return undefined;
}

function outletAt(tokens: readonly Token[], at: number): string | undefined {
  for (let words = LONGEST; words > 0; words--) {
    const last = tokens[at + words - 1];
    if (last === undefined || tokens.slice(at, at + words).some((token) => token.kind !== 'word')) continue;
    const name = joinTokens(tokens, at, at + words);
    if (/^(?:dpa|epd|kna|afp|apa)$/.test(name)) return name;
    if (!/^[\p{Lu}\d]/u.test(name) && !/^(?:heise|golem|netzpolitik)/.test(name)) continue;
    const before = tokens[at - 1]?.lower ?? '';
    const article = /^(?:au|du)$/.test(before)
      ? `Le ${name}`
      : /^(?:aux|des)$/.test(before)
        ? `Les ${name}`
        : undefined;
    if (article !== undefined && isOutlet(article)) return article;
    for (const form of forms(name))
      if (isOutlet(form) && !/^(?:X|People|Nation|Protocol|Information|Next|Capital)$/.test(form)) return form;
  }
  return undefined;
}

/** „Süddeutschen Zeitung“, "« Monde »": in marks, perhaps inflected. */
function quotedOutlet(text: string, token: Token): string | undefined {
  const inner = text.slice(token.start, token.end).replace(/^[„“"«»‚\s]+|[“”"«»‘\s]+$/gu, '');
  if (inner.length > 40) return undefined;
  return forms(inner).find((form) => isOutlet(form));
}

/** German case endings: "Süddeutschen Zeitung", "Spiegels". */
function forms(name: string): string[] {
  const bare = bareWord(name);
  const uninflected = bare.replace(
    /(\p{L}{4,}e)n(?= (?:Allgemein|Zeitung|Post|Presse|Rundschau|Nachrichten|Zürcher))/gu,
    '$1',
  );
  return uninflected === bare ? [bare, bare.replace(/s$/, '')] : [uninflected, bare];
}
