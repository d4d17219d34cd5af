import type { Span } from '../core/text/span.ts';

/** A value that a text gives: a date, an amount, a count. */
export interface Value extends Span {
  readonly kind: 'date' | 'money' | 'share' | 'number';
  readonly text: string;
  /** The number in plain units ("€238 million": 238000000); absent for dates. */
  readonly amount?: number;
  /** How exact a date is: a day tells more than "this month". 0 to 1; 1 for amounts. */
  readonly exactness: number;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)';
// Bounded, and only from where a number begins, so that long rows of digits cost no more than their length.
const PLAIN_NUMBER = '\\d{1,20}(?:[.,]\\d{1,9}){0,5}';
const NUMBER = `(?<![\\d.,])${PLAIN_NUMBER}(?:\\s?[–-]\\s?${PLAIN_NUMBER})?`;
const SCALE =
  '(?:\\s?(?:hundred|thousand|million|billion|trillion|mn|bn|tn|m|k|millions?|milliards?|milliers|Millionen|Million|Milliarden?|Mrd|Mio|Tsd))?\\b(?:(?<=Mrd|Mio|Tsd)\\.)?';
/** French sets "de" before the currency of a scaled amount. */
const OF = "(?:d['’]|de )?";
const SPELLED =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|a third|a quarter|deux|trois|quatre|cinq|huit|neuf|douze|quinze|vingt|trente|dizaines?|centaines?|milliers?|milliards?|un tiers|un quart|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|Dutzend|Hunderte|Tausende|tausend|Millionen|Milliarden?|Hälfte|Drittel|Viertel)';

const FINDERS: readonly { kind: Value['kind']; exactness: number; pattern: RegExp }[] = [
  {
    kind: 'date',
    exactness: 1,
    pattern: new RegExp(
      `\\b${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?\\b|\\b\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s${MONTH}(?:,?\\s\\d{4})?|\\b\\d{4}-\\d{2}-\\d{2}\\b`,
      'giu',
    ),
  },
  {
    kind: 'date',
    exactness: 0.9,
    pattern: new RegExp(
      `\\b${MONTH}(?:,? \\d{4})\\b|\\b(?:in|by|since|until|from|of|last|this|next|early|late|mid|im|ab|seit|bis|Anfang|Mitte|Ende|en|dès|depuis|fin|début|courant)[ -]${MONTH}(?!\\p{L}|,? \\d{4})`,
      'giu',
    ),
  },
  {
    kind: 'date',
    exactness: 0.8,
    pattern:
      /\b(?:1[5-9]|20)\d{2}s?\b(?!\s?(?:people|users|customers|[€$£%]))|\b[HQ][1-4](?: FY)? ?\d{0,4}\b|\b\d{1,2}(?:st|nd|rd|th) century\b/giu,
  },
  {
    kind: 'date',
    exactness: 0.6,
    pattern:
      /\b(?:on |last |this |next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b(?:am )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|\b(?:gestern|heute|morgen|demain|aujourd['’]hui)\b|\b(?:letzte[snrm]?|vergangene[snrm]?|nächste[snrm]?|kommende[snrm]?|diese[snrm]?) (?:Woche|Monat|Jahr|Quartal|Sommer|Herbst|Winter|Frühjahr)\b|\b(?:l['’]an(?:née)? (?:dernier|dernière|prochain|prochaine)|(?:la semaine|le mois|le trimestre) (?:dernière?|prochaine?)|cette (?:année|semaine))\b|\bvor \p{L}+ (?:Tagen|Wochen|Monaten|Jahren)\b|\bil y a \p{L}+ (?:jours|semaines|mois|ans)\b|\b(?:yesterday|today|tomorrow)\b|\b(?:last|this|next|previous|past) (?:week|month|year|quarter|summer|autumn|fall|winter|spring|decade)\b|\b(?:(?:\d+|a|two|three|four|five|six|several|few) (?:days?|weeks?|months?|years?|hours?|minutes?) (?:ago|before|after|later|earlier))\b/giu,
  },
  {
    kind: 'money',
    exactness: 1,
    pattern: new RegExp(
      `(?:(?:US|A|C|HK)?[$€£¥]|\\b(?:EUR|USD|GBP|CHF)\\s?)\\s?${NUMBER}${SCALE}|\\b${NUMBER}${SCALE}\\s?${OF}(?:€|(?:(?:US-)?(?:euros?|dollars?)|pounds?|francs?|Franken|Pfund|yen|EUR|USD|GBP|CHF|cents?)\\b)|\\b${SPELLED}(?: ${SPELLED})* ${OF}(?:euros?|dollars?|pounds?|Franken)\\b`,
      'giu',
    ),
  },
  {
    kind: 'share',
    exactness: 1,
    pattern: new RegExp(
      `\\b${NUMBER}\\s?(?:%|percent\\b|per cent\\b|percentage points?\\b|Prozent\\b|pour cent\\b)`,
      'giu',
    ),
  },
  { kind: 'number', exactness: 1, pattern: new RegExp(`(?<![\\p{L}\\d])${NUMBER}${SCALE}|\\b${SPELLED}\\b`, 'giu') },
];

/** The values in a text, in order; where two overlap, the more telling kind (date, money, share, number) stays. */
export function findValues(text: string): Value[] {
  if (!/\d|\b[a-z]+\b/i.test(text)) return [];
  const values: Value[] = [];
  for (const { kind, exactness, pattern } of FINDERS) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (values.some((value) => value.start < span.end && span.start < value.end)) continue;
      const amount = kind === 'date' ? undefined : readAmount(match[0]);
      values.push({ ...span, kind, text: match[0], exactness, ...(amount === undefined ? {} : { amount }) });
    }
  }
  return values.sort((a, b) => a.start - b.start);
}

const SCALES: readonly [RegExp, number][] = [
  [/thousand|\dk\b|milliers|Tsd/i, 1e3],
  [/billion|milliard|Mrd|\d ?bn\b/i, 1e9],
  [/trillion|\d ?tn\b/i, 1e12],
  [/million|Mio|\d ?mn?\b/i, 1e6],
];

/** The first number of a value in plain units; "1,400" and "1.400.000" are read with thousands separators. */
function readAmount(text: string): number | undefined {
  const digits = /\d+(?:[.,]\d+)*/.exec(text)?.[0];
  if (digits === undefined) return undefined;
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(digits)
    ? digits.replaceAll(',', '')
    : /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)
      ? digits.replaceAll('.', '')
      : digits.replace(',', '.');
  const scale = SCALES.find(([word]) => word.test(text))?.[1] ?? 1;
  const amount = Number.parseFloat(plain) * scale;
  return Number.isFinite(amount) ? amount : undefined;
}
