import type { Attribution } from './attribution.ts';
import { contentBefore, contentFrom, lastWordAt, MOST_CUES } from './foreign-contents.ts';
import { isAdverb, isTimeWord, readLead } from './foreign-french-contents.ts';
import {
  isAdjunctWord,
  isFrenchSpeaker,
  isFrenchThing,
  speakerAfter,
  subjectBefore,
} from './foreign-french-speakers.ts';
import {
  auxiliaryBefore,
  isNegated,
  isNounHere,
  isPassive,
  isReflexive,
  skipClitics,
} from './foreign-french-verb-groups.ts';
import { FRENCH_VERBS, type FrenchVerb } from './foreign-french-verbs.ts';
import { bareWord, isCapital } from './foreign-words.ts';
import type { TokenRange } from './noun-phrases.ts';
import { isOutlet } from './outlets.ts';
import type { Token, Unit } from './tokens.ts';

/** Attributions of a French unit, in the order of their cues. */
export function readFrenchAttributions(unit: Unit): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < unit.tokens.length && found.length < MOST_CUES; at++) {
    const token = unit.tokens[at] as Token;
    if (token.kind !== 'word') continue;
    const one =
      readTag(unit, at) ??
      readAccordingTo(unit, at) ??
      readFixed(unit, at, found) ??
      readVerb(unit, { at, earlier: found });
    if (one === undefined || found.some((other) => one.cue.start < other.cue.end && other.cue.start < one.cue.end))
      continue;
    found.push(one);
  }
  return found;
}

/** "dit-il", "a-t-il déclaré", "s'est-elle réjouie", "explique-t-on": verb and pronoun are one word. */
function readTag(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  const token = tokens[at] as Token;
  const tag = /^(?:s'|l'|nous-|lui-)?(?<verb>\p{L}+)(?:-t)?-(?<pronoun>il|elle|ils|elles|on)$/u.exec(token.lower);
  if (tag === null) return undefined;
  const verb = tag.groups?.verb ?? '';
  let cueTo = at + 1;
  if (/^(?:a|ont|avait|avaient|aurait|est|sont|était)$/.test(verb)) {
    while (tokens[cueTo] !== undefined && isAdverb(tokens[cueTo])) cueTo++;
    if (FRENCH_VERBS.get(tokens[cueTo]?.lower ?? '')?.form !== 'participle' && tokens[cueTo]?.lower !== 'fait')
      return undefined;
    cueTo++;
    if (tokens[cueTo - 1]?.lower === 'fait') cueTo++;
  } else if (verb === 'fait' || verb === 'peut') cueTo++;
  else if (FRENCH_VERBS.get(verb)?.form !== 'finite') return undefined;
  const content = contentBefore(unit, at) ?? contentAfterColon(unit, cueTo);
  if (content === undefined) return undefined;
  const impersonal = tag.groups?.pronoun === 'on' || verb === 'peut';
  return {
    contents: [content],
    cue: { start: token.start, end: (tokens[cueTo - 1] as Token).end },
    lemma: verb,
    frame: 'inverted',
    ...(impersonal ? {} : { source: { from: at, to: at + 1 } }),
  };
}

function contentAfterColon(unit: Unit, from: number) {
  const colon = unit.tokens.findIndex((token, at) => at >= from && at < from + 12 && token.text === ':');
  return colon < 0 ? undefined : contentFrom(unit, colon + 1);
}

/** "selon X", "d'après X", "de l'avis de X", "aux yeux de X", "pour X" before a quotation or a known person. */
function readAccordingTo(unit: Unit, at: number): Attribution | undefined {
  const { tokens } = unit;
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (next === undefined) return undefined;
  const phrase = `${token.lower} ${next.lower} ${tokens[at + 2]?.lower ?? ''}`;
  let from: number;
  if (/^(?:selon|d'après|dixit)$/.test(token.lower)) from = at + 1;
  else if (/^(?:de l'avis de|aux yeux de|de l'avis d|à en croire|au dire de)/.test(phrase)) from = at + 3;
  else if (token.lower === 'pour' && at <= 1) from = at + 1;
  else return undefined;
  const source = /^(?:lui|elle)$/.test(tokens[from]?.lower ?? '') ? { from, to: from + 1 } : speakerAfter(tokens, from);
  if (source === undefined || !isFrenchSpeaker(tokens, source)) {
    if (token.lower === 'pour' || source === undefined || !isFrenchThing(tokens, source)) return undefined;
  }
  if (token.lower === 'pour' && !isFrenchSpeaker(tokens, source, 'person')) return undefined;
  const cue = { start: token.start, end: from === at + 1 ? token.end : (tokens[from - 1] as Token).end };
  const common = { cue, lemma: token.lower, frame: 'according', source };
  if (at <= 1) {
    const to = tokens[source.to]?.text === ',' ? source.to + 1 : source.to;
    if (token.lower === 'pour' && to === source.to) return undefined;
    const content = contentFrom(unit, to);
    return content === undefined ? undefined : { ...common, contents: [content] };
  }
  const inMiddle = tokens[at - 1]?.text === ',' && tokens[source.to]?.text === ',';
  const before = contentBefore(unit, at, inMiddle ? 1 : undefined);
  if (before === undefined) return undefined;
  // "La loi est, selon Petit, trop vague": what stands on both sides is one content.
  const rest = tokens[source.to];
  const last = lastWordAt(tokens);
  const goesOn =
    rest !== undefined &&
    source.to <= last &&
    before.end !== (tokens[at - 1] as Token).start &&
    (tokens[at - 1]?.text === ',' ? rest.text === ',' && !isAdjunctWord(tokens[source.to + 1]) : rest.kind === 'word');
  const end = goesOn && tokens[at - 1]?.kind !== 'quotation' ? (tokens[last] as Token).end : before.end;
  return { ...common, contents: [{ start: before.start, end }] };
}

/** "comme l'a souligné X, ...", "X est convaincu que ...", "X a mis en garde contre ...". */
function readFixed(unit: Unit, at: number, earlier: readonly Attribution[]): Attribution | undefined {
  const { tokens } = unit;
  const token = tokens[at] as Token;
  const next = tokens[at + 1]?.lower ?? '';
  if (/^(?:convaincue?s?|persuadée?s?|certaine?s?|sûre?s?)$/.test(token.lower) && /^qu(?:e$|')/.test(next)) {
    const be = /^(?:est|sont|était|dit|disent)$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : undefined;
    if (be === undefined) return undefined;
    const se = /^s[e']$/.test(tokens[be - 1]?.lower ?? '') ? be - 1 : be;
    return right(unit, { cueFrom: se, cueTo: at + 1, lemma: token.lower, frames: 'c', earlier });
  }
  const warns = /^(?:mis|met|mettent|mettait)$/.test(token.lower) && next === 'en' && tokens[at + 2]?.lower === 'garde';
  if (warns) {
    const aux = auxiliaryBefore(tokens, at) ?? at;
    return right(unit, { cueFrom: aux, cueTo: at + 3, lemma: 'mettre en garde', frames: 'p', earlier });
  }
  return undefined;
}

function readVerb(unit: Unit, place: { at: number; earlier: readonly Attribution[] }): Attribution | undefined {
  const { tokens } = unit;
  const { at, earlier } = place;
  const token = tokens[at] as Token;
  if (token.capital && at > 0) return undefined;
  let verb = FRENCH_VERBS.get(bareWord(token.lower));
  let cueTo = at + 1;
  const next = tokens[at + 1]?.lower ?? '';
  if (/^(?:fait|font|faisait)$/.test(token.lower) && /^(?:savoir|valoir|remarquer|observer)$/.test(next)) {
    verb = { form: token.lower === 'fait' ? 'participle' : 'finite', frames: 'c' };
    cueTo = at + 2;
  }
  if (verb === undefined) return undefined;
  const auxiliary = auxiliaryBefore(tokens, at);
  // "dit" and "écrit" are both; "fait savoir", too.
  const both = /^(?:dit|écrit|craint|fait)$/.test(token.lower);
  if (verb.form === 'participle' && auxiliary === undefined && !both) return undefined;
  if (verb.form === 'finite' && isNounHere(tokens, at)) return undefined;
  if (verb.frames.includes('s') && !isReflexive(tokens, auxiliary ?? at, token)) return undefined;
  if (verb.form === 'infinitive') return readInfinitive(unit, { at, earlier, frames: verb.frames });
  const cueFrom = skipClitics(tokens, auxiliary ?? at);
  if (isNegated(tokens, cueFrom, at)) return undefined;
  if (verb.form === 'gerund') return readGerund(unit, { at, earlier, frames: verb.frames });
  if (isPassive(tokens, auxiliary, at)) return undefined;
  if (tokens[cueFrom - 1]?.lower === 'comme') return readAs(unit, { cueFrom, cueTo });
  return (
    readInverted(unit, { cueFrom, cueTo, verb }) ??
    right(unit, { cueFrom, cueTo, lemma: token.lower, frames: verb.frames, earlier })
  );
}

/** "« ... », a déclaré X", "..., estime X". */
function readInverted(unit: Unit, at: { cueFrom: number; cueTo: number; verb: FrenchVerb }): Attribution | undefined {
  const { tokens } = unit;
  const { cueFrom, cueTo } = at;
  const before = tokens[cueFrom - 1];
  if (before === undefined || !(before.kind === 'quotation' || /^[,–—?!…-]$/.test(before.text))) return undefined;
  let from = cueTo;
  while (isAdverb(tokens[from]) || /^[àa]$/.test(tokens[from]?.lower ?? '')) from++;
  const nameFrom = skipAdjunct(tokens, cueTo) ?? from;
  const source = speakerAfter(tokens, nameFrom);
  if (source === undefined || !isFrenchSpeaker(tokens, source)) return undefined;
  if (before.kind !== 'quotation' && closesDescription(tokens, cueFrom - 1)) return undefined;
  const left = contentBefore(unit, cueFrom);
  if (left === undefined) return undefined;
  const quoted = unit.quotations.some((one) => one.end === left.end);
  const contents = [{ start: left.start, end: restAfter(unit, source.to, quoted)?.end ?? left.end }];
  const cue = { start: (tokens[cueFrom] as Token).start, end: (tokens[cueTo - 1] as Token).end };
  return { contents, cue, lemma: (tokens[cueTo - 1] as Token).lower, frame: 'inverted', source };
}

/** What goes on behind a tag in the middle: "Le plan est mort, estime X, et il faut le dire." */
function restAfter(unit: Unit, at: number, quoted: boolean) {
  const { tokens } = unit;
  const first = tokens[at + 1];
  if (quoted || tokens[at]?.text !== ',' || first === undefined || first.kind !== 'word' || first.capital)
    return undefined;
  if (
    isAdjunctWord(first) ||
    /(?:ant|ée?s?)$/.test(first.lower) ||
    /^(?:qui|dont|où|alors|tandis|mais)$/.test(first.lower)
  )
    return undefined;
  return lastWordAt(tokens) - at < 4 ? undefined : contentFrom(unit, at + 1);
}

/** "Anne Petit, directrice de Nuage, [a déclaré]": the comma closes a description, so the subject stands before it. */
function closesDescription(tokens: readonly Token[], comma: number): boolean {
  const subject = subjectBefore(tokens, comma + 1);
  if (subject === undefined || !tokens.slice(subject.from, comma).some((one) => one.text === ',')) return false;
  return subject.from <= 3 || tokens[subject.from - 1]?.kind === 'mark';
}

/** "comme l'a souligné X, ...": what stands beside is the content. */
function readAs(unit: Unit, at: { cueFrom: number; cueTo: number }): Attribution | undefined {
  const { tokens } = unit;
  const source = speakerAfter(tokens, at.cueTo);
  if (source === undefined || !isFrenchSpeaker(tokens, source)) return undefined;
  const cue = { start: (tokens[at.cueFrom] as Token).start, end: (tokens[at.cueTo - 1] as Token).end };
  const comma = tokens.findIndex((token, i) => i >= source.to && i < source.to + 16 && token.text === ',');
  const opens = at.cueFrom <= 4 && comma >= 0;
  const content = opens ? contentFrom(unit, comma + 1) : contentBefore(unit, at.cueFrom - 1);
  if (content === undefined) return undefined;
  return { contents: [content], cue, lemma: 'comme', frame: 'according', source };
}

/** ", ajoutant que ...": whoever spoke before goes on. */
function readGerund(
  unit: Unit,
  at: { at: number; earlier: readonly Attribution[]; frames: string },
): Attribution | undefined {
  const { tokens } = unit;
  const before = tokens[at.at - 1];
  const follows = at.earlier.at(-1)?.source?.to === at.at;
  if (before === undefined || !(follows || before.text === ',' || /^(?:en|et|tout)$/.test(before.lower)))
    return undefined;
  const source = at.earlier.at(-1)?.source ?? subjectBefore(tokens, firstFinite(tokens, at.at));
  const lead = readLead(unit, { from: at.at + 1, frames: at.frames });
  if (lead === undefined || source === undefined) return undefined;
  const { start, end } = tokens[at.at] as Token;
  return { contents: [lead], cue: { start, end }, lemma: tokens[at.at]?.lower ?? '', frame: 'clause+ing', source };
}

/** Where the clause's own verb stands: behind its subject, as far as an auxiliary or a small verb shows it. */
function firstFinite(tokens: readonly Token[], limit: number): number {
  const at = tokens.findIndex(
    (token, index) =>
      index > 0 && index < limit && /^(?:a|ont|est|sont|était|avait|s'est|va|doit|peut)$/.test(token.lower),
  );
  return at < 0 ? limit : at;
}

/** "X a tenu à préciser que", "X veut croire que". */
function readInfinitive(
  unit: Unit,
  at: { at: number; earlier: readonly Attribution[]; frames: string },
): Attribution | undefined {
  const { tokens } = unit;
  let from = at.at - 1;
  if (/^(?:à|de)$/.test(tokens[from]?.lower ?? '')) from--;
  if (
    !/^(?:tenu|tient|voulu|veut|souhaité|souhaite|préféré|préfère|continué|dit|assuré)$/.test(tokens[from]?.lower ?? '')
  )
    return undefined;
  const aux = auxiliaryBefore(tokens, from) ?? from;
  const cueFrom = skipClitics(tokens, aux);
  if (isNegated(tokens, cueFrom, at.at)) return undefined;
  return right(unit, {
    cueFrom,
    cueTo: at.at + 1,
    lemma: tokens[at.at]?.lower ?? '',
    frames: 'c',
    earlier: at.earlier,
  });
}

/** The subject before the cue, its content behind it. */
function right(
  unit: Unit,
  at: { cueFrom: number; cueTo: number; lemma: string; frames: string; earlier: readonly Attribution[] },
): Attribution | undefined {
  const { tokens } = unit;
  const content = readLead(unit, { from: at.cueTo, frames: at.frames });
  const opensNext = content === undefined && tokens.at(-1)?.text === ':' && tokens.length - at.cueTo < 14;
  if (content === undefined && !opensNext) return undefined;
  const conjunction = /^(?:et|mais|puis|,)$/.test(tokens[at.cueFrom - 1]?.text.toLowerCase() ?? '');
  const before = subjectBefore(tokens, at.cueFrom);
  const own = before !== undefined && isFrenchSpeaker(tokens, before) ? before : undefined;
  const thing = own === undefined && before !== undefined && isFrenchThing(tokens, before) ? before : undefined;
  const source = own ?? thing ?? (conjunction ? (at.earlier.at(-1)?.source ?? mainSubject(tokens)) : undefined);
  if (source === undefined) return undefined;
  return {
    contents: content === undefined ? [] : [content],
    cue: { start: (tokens[at.cueFrom] as Token).start, end: (tokens[at.cueTo - 1] as Token).end },
    lemma: at.lemma,
    frame: 'clause',
    source,
    ...(opensNext ? { opensNext } : {}),
  };
}

/** The speaker who opens the sentence, for a second verb of the same subject. */
function mainSubject(tokens: readonly Token[]): TokenRange | undefined {
  const source = speakerAfter(tokens, 0);
  return source !== undefined && isFrenchSpeaker(tokens, source) ? source : undefined;
}

/** "a déclaré mardi X", "a confié à l'AFP X", "a écrit sur X [Name]": a date, or whom it was told, before the speaker. */
function skipAdjunct(tokens: readonly Token[], from: number): number | undefined {
  const first = tokens[from];
  if (first === undefined) return undefined;
  if (
    first.text === ',' &&
    /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|dans|lors|ce|sur)$/.test(
      tokens[from + 1]?.lower ?? '',
    )
  ) {
    const close = tokens.findIndex((token, at) => at > from && at < from + 12 && token.text === ',');
    return close < 0 ? undefined : close + 1;
  }
  if (isTimeWord(first)) return from + 1;
  if (/^(?:à|au|aux|auprès|sur)$/.test(first.lower)) {
    for (let words = 3; words > 0; words--) {
      const name = tokens.slice(from + 1, from + 1 + words).map((token) => token.text);
      if (isOutlet(bareWord(name.join(' ')))) return from + 1 + words;
    }
    let to = from + 1;
    while (to < from + 7 && tokens[to]?.kind === 'word' && !/^(?:le|la|un|une|l'un)$/.test(tokens[to]?.lower ?? '')) {
      if (isCapital(tokens[to]?.text ?? '') && !(tokens[to + 1]?.capital ?? false)) return to + 1;
      to++;
    }
    return to < from + 7 && tokens[to]?.kind === 'word' ? to : undefined;
  }
  return undefined;
}
