import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import { kindOf } from './content-kind.ts';
import { type Draft, spanOf } from './draft.ts';
import { lastWordAt } from './foreign-contents.ts';
import { readFrenchAttributions } from './foreign-french.ts';
import { readGermanAttributions } from './foreign-german.ts';
import { SUBJUNCTIVE, WEAK_SUBJUNCTIVE } from './foreign-german-verbs.ts';
import { readInnerTag, readPersonColon, readSpeakerColon, readUnknownVerb } from './foreign-other-cues.ts';
import { findForeignOutlet } from './foreign-outlets.ts';
import { joinAbbreviations } from './foreign-units.ts';
import type { ForeignLanguage } from './foreign-words.ts';
import { findLooseQuotations } from './loose-quotations.ts';
import type { Token, Unit } from './tokens.ts';

/** A quotation with other words around it and no cue is speech from so many words on; shorter ones are terms. */
const FEWEST_UNCUED_WORDS = 8;
/** At most so many sentences go on in reported speech. */
const LONGEST_CARRY = 4;

/** The language's reader for a BCP 47 tag; absent for any other language. */
export function foreignLanguageOf(language: string | undefined): ForeignLanguage | undefined {
  const main = language?.slice(0, 2).toLowerCase();
  return main === 'fr' || main === 'de' ? main : undefined;
}

/** Who has the word when a sentence ends. */
interface LastVoice {
  readonly source: Span;
  readonly unit: number;
  readonly block: number;
  readonly quoted: boolean;
  /** The paragraph ended inside a quotation. */
  readonly open: boolean;
  /** The unit ends in a colon: what follows is theirs. */
  readonly announces: boolean;
  /** Sentences carried in reported speech so far. */
  readonly carried: number;
}

/** All statements of a French or German document, in the order of the text. */
export function draftForeignStatements(text: string, read: readonly Unit[], language: ForeignLanguage): Draft[] {
  const units = read.map(joinAbbreviations);
  const attributions = units.map((unit) => {
    const found = language === 'fr' ? readFrenchAttributions(unit) : readGermanAttributions(unit);
    const more =
      found.length > 0
        ? undefined
        : (readSpeakerColon(unit, language) ?? readUnknownVerb(unit, language) ?? readPersonColon(unit, language));
    return more === undefined ? separate(unit, found) : [more];
  });
  const drafts: Draft[] = [];
  let voice: LastVoice | undefined;
  units.forEach((unit, index) => {
    const found = attributions[index] ?? [];
    const own = found.flatMap((one) => draftOne(text, unit, { one, index }));
    const loose = findLooseQuotations(
      text,
      unit,
      own.map((draft) => draft.content),
    ).flatMap((content) =>
      draftLoose(text, content, { unit, index, own, voice, next: attributions[index + 1], units, language }),
    );
    const all = [...own, ...loose].sort((a, b) => a.content.start - b.content.start);
    if (own.length === 0 && all.every((draft) => draft.source === undefined) && language === 'de') {
      const carried = carrySubjunctive(unit, index, voice);
      if (carried !== undefined && voice !== undefined) {
        drafts.push(carried);
        voice = { ...voice, unit: index, quoted: false, open: false, announces: false, carried: voice.carried + 1 };
        return;
      }
    }
    drafts.push(...all);
    voice = nextVoice(unit, index, { all, found, voice });
  });
  return drafts;
}

function draftOne(text: string, unit: Unit, at: { one: Attribution; index: number }): Draft[] {
  const { one, index } = at;
  const source = trimSource(text, spanOf(unit.tokens, one.source));
  const outlet = findForeignOutlet(text, unit, { contents: one.contents, source });
  const kind = kindOf(one.contents, unit.quotations);
  return one.contents
    .filter((content) => content.end > content.start)
    .map((content) => ({
      content,
      kind,
      cue: one.cue,
      source,
      unit: index,
      carried: false,
      frame: `${one.lemma}/${one.frame}`,
      ...(outlet === undefined ? {} : { outlet }),
    }));
}

/** The pronoun of "a-t-il" and "qu'elle", the name of "qu'Anne Petit". */
function trimSource(text: string, source: Span | undefined): Span | undefined {
  if (source === undefined) return undefined;
  const words = text.slice(source.start, source.end);
  const pronoun = /-(ils?|elles?)$/iu.exec(words);
  if (pronoun !== null) return { start: source.end - (pronoun[1] ?? '').length, end: source.end };
  const elided = /^(?:qu|d|lorsqu|puisqu)['’]/iu.exec(words);
  return elided === null ? source : { start: source.start + elided[0].length, end: source.end };
}

/** Cues looked ahead for a clause of another speaker. */
const NEXT_CUES = 4;

/** Where one speaker's clause ends because another's begins: "X estime que ..., tandis que Y juge que ...". */
function separate(unit: Unit, found: readonly Attribution[]): Attribution[] {
  return found.map((one, at) => {
    const next = found.slice(at + 1, at + 1 + NEXT_CUES).find((other) => beginsAnew(unit, one, other));
    if (next === undefined) return one;
    const start = ownStart(unit, one, next);
    return {
      ...one,
      contents: one.contents
        .map((content) => cutBefore(unit, content, start))
        .filter((content) => content.end > content.start),
    };
  });
}

/** Start of the words that belong to an attribution itself: its speaker or cue. */
function ownStart(unit: Unit, one: Attribution, other: Attribution): number {
  const source = spanOf(unit.tokens, other.source);
  const first = one.contents[0]?.start ?? 0;
  const isOwn = source !== undefined && source.start >= first && source.start < other.cue.start;
  return isOwn && !other.frame.endsWith('+ing') ? source.start : other.cue.start;
}

/** A conjunction or a participle leads to another attribution inside this one's content. */
function beginsAnew(unit: Unit, one: Attribution, other: Attribution): boolean {
  const start = ownStart(unit, one, other);
  const inside = one.contents.some((content) => content.start < start && start < content.end);
  if (!inside || other.frame === 'according' || other.frame === 'inverted') return false;
  if (other.frame.endsWith('+ing')) return true;
  const at = unit.tokens.findIndex((token) => token.start >= start);
  const before = unit.tokens[at - 1];
  const earlier = unit.tokens[at - 2];
  if (before === undefined) return false;
  if (/^(?:mais|tandis|alors|et|und|aber|doch|während|puis)$/.test(before.lower))
    return earlier?.text === ',' || before.lower === 'et' || before.lower === 'und';
  return (before.lower === 'que' && /^(?:tandis|alors)$/.test(earlier?.lower ?? '')) || before.text === ';';
}

function cutBefore(unit: Unit, content: Span, start: number): Span {
  if (start <= content.start || start >= content.end) return content;
  let at = unit.tokens.findLastIndex((token) => token.end <= start);
  while (
    at >= 0 &&
    /^(?:,|;|mais|tandis|alors|que|et|und|aber|doch|während|puis|en|tout)$/.test(unit.tokens[at]?.lower ?? '')
  )
    at--;
  return { start: content.start, end: unit.tokens[at]?.end ?? content.start };
}

interface LoosePlace {
  readonly unit: Unit;
  readonly index: number;
  readonly own: readonly Draft[];
  readonly voice: LastVoice | undefined;
  readonly next: readonly Attribution[] | undefined;
  readonly units: readonly Unit[];
  readonly language: ForeignLanguage;
}

/** A quotation without a cue: its neighbours tell who speaks, or nobody does. */
function draftLoose(text: string, content: Span, place: LoosePlace): Draft[] {
  const { unit, index, own } = place;
  const base = { content, kind: 'direct' as const, unit: index };
  // "« Les prix montent, regrette Anne Petit. C'est grave. »": the tag stands inside the marks.
  const tag = place.language === 'fr' ? readInnerTag(text, unit, content) : undefined;
  if (tag !== undefined) return [{ ...base, ...tag, carried: false, frame: 'quotation/tag' }];
  const here = own.filter((draft) => draft.source !== undefined);
  const governing = here.filter((draft) => (draft.cue?.start ?? 0) <= content.start).at(-1) ?? here[0];
  if (governing !== undefined) {
    // A term in marks inside the sentence of another's statement is no speech of its own.
    const isSpeech =
      isPure(unit, content) || isAnnounced(unit, content) || countWords(unit, content) >= FEWEST_UNCUED_WORDS;
    return isSpeech
      ? [
          {
            ...base,
            source: governing.source,
            carried: true,
            frame: 'quotation/near',
            ...(governing.outlet === undefined ? {} : { outlet: governing.outlet }),
          },
        ]
      : [];
  }
  // "Et de conclure : « ... »", "Und weiter: „...“"
  const lead = unit.tokens.filter((token) => token.kind === 'word' && token.end <= content.start);
  const goesOn = isAnnounced(unit, content) && lead.length <= LONGEST_LINK ? voiceBefore(place) : undefined;
  if (goesOn !== undefined) return [{ ...base, source: goesOn, carried: true, frame: 'quotation/carried' }];
  if (!isPure(unit, content)) {
    return countWords(unit, content) >= FEWEST_UNCUED_WORDS
      ? [{ ...base, carried: false, frame: 'quotation/none' }]
      : [];
  }
  const earlier = voiceBefore(place);
  if (earlier !== undefined) return [{ ...base, source: earlier, carried: true, frame: 'quotation/carried' }];
  const follower = place.units[index + 1];
  const named = place.next?.find((one) => one.source !== undefined && one.frame === 'inverted');
  const later =
    follower?.block === unit.block && follower.tokens[0]?.kind === 'quotation'
      ? spanOf(follower.tokens, named?.source)
      : undefined;
  return [{ ...base, source: later, carried: later !== undefined, frame: 'quotation/ahead' }];
}

/** Words that lead to a quotation of whoever spoke before. */
const LONGEST_LINK = 4;

/** A colon stands right before the quotation. */
function isAnnounced(unit: Unit, content: Span): boolean {
  return unit.tokens.findLast((token) => token.end <= content.start)?.text === ':';
}

/** Nothing but the quotation, and perhaps a word that links it, stands in the unit. */
function isPure(unit: Unit, content: Span): boolean {
  const around = unit.tokens.filter(
    (token) => token.kind === 'word' && !(content.start <= token.start && token.end <= content.end),
  );
  return around.length <= 1;
}

function countWords(unit: Unit, content: Span): number {
  const quotation = unit.quotations.find((one) => one.start === content.start);
  return quotation === undefined ? FEWEST_UNCUED_WORDS : Math.round((content.end - content.start) / AVERAGE_WORD);
}

/** Characters a word with its space, in French and German news. */
const AVERAGE_WORD = 6.5;

function voiceBefore(place: LoosePlace): Span | undefined {
  const { voice, unit, index } = place;
  if (voice === undefined || voice.unit !== index - 1) return undefined;
  if (voice.announces || voice.block === unit.block) return voice.source;
  return voice.open || voice.quoted ? voice.source : undefined;
}

function nextVoice(
  unit: Unit,
  index: number,
  at: { all: readonly Draft[]; found: readonly Attribution[]; voice: LastVoice | undefined },
): LastVoice | undefined {
  const announcing = at.found.find((one) => one.opensNext === true);
  const source =
    spanOf(unit.tokens, announcing?.source) ?? at.all.findLast((draft) => draft.source !== undefined)?.source;
  const announces = announcing !== undefined || unit.tokens.at(-1)?.text === ':';
  const open = unit.quotations.at(-1)?.closeLength === 0;
  if (source !== undefined)
    return {
      source,
      unit: index,
      block: unit.block,
      quoted: at.all.some((draft) => draft.kind === 'direct'),
      open,
      announces,
      carried: 0,
    };
  if (announces && at.voice !== undefined && at.voice.unit === index - 1)
    return { ...at.voice, unit: index, announces: true };
  return undefined;
}

/** "Die Kosten seien zu hoch.": a sentence in the subjunctive of reported speech goes on with the statement before it. */
function carrySubjunctive(unit: Unit, index: number, voice: LastVoice | undefined): Draft | undefined {
  if (voice === undefined || voice.unit !== index - 1 || voice.block !== unit.block || voice.carried >= LONGEST_CARRY)
    return undefined;
  if (unit.heading || !tellsReportedSpeech(unit.tokens)) return undefined;
  const first = unit.tokens.find((token) => token.kind !== 'mark');
  const last = unit.tokens[lastWordAt(unit.tokens)];
  if (first === undefined || last === undefined) return undefined;
  const content = { start: first.start, end: last.end };
  return {
    content,
    kind: kindOf([content], unit.quotations),
    source: voice.source,
    unit: index,
    carried: true,
    frame: 'carried/subjunctive',
  };
}

function tellsReportedSpeech(tokens: readonly Token[]): boolean {
  if (tokens.some((token) => /^(?:ich|wir|denn)$/.test(token.lower) && token.lower !== 'denn')) return false;
  const indicative = tokens.some((token) =>
    /^(?:ist|sind|war|waren|hat|hatte|wird|wurde|wurden|kann|muss|soll|will)$/.test(token.lower),
  );
  const strong = tokens.some(
    (token, at) =>
      at > 0 && SUBJUNCTIVE.test(token.lower) && !(tokens[at + 1]?.lower === 'es' && tokens[at + 2]?.lower === 'denn'),
  );
  if (!strong) return false;
  return (
    !indicative ||
    tokens.some((token) => /^(?:sei|seien)$/.test(token.lower)) ||
    tokens.some((token) => WEAK_SUBJUNCTIVE.test(token.lower))
  );
}
