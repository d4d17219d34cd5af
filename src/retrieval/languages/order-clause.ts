import { foldWord, stemWord } from '../../core/text/terms.ts';
import { type Glosser, isVerb, nounPhraseEnd, PARTICLE } from './gloss.ts';
import type { Lexicon } from './lexicon.ts';

interface Clause {
  /** The English auxiliary: "did", "was", "will". */
  readonly auxiliary: string;
  readonly subject: string;
  readonly verb: string;
  readonly rest: string;
}

interface Means {
  readonly lexicon: Lexicon;
  readonly glosser: Glosser;
}

/**
 * What follows a question word, in English order: auxiliary, subject, verb, rest. So "hat Hartwell die Fabrik verkauft"
 * becomes "did Hartwell sell the factory", from which the reading of the question tells the deed and who did it. Where
 * the clause is not understood, word by word.
 */
export function orderClause(text: string, language: 'fr' | 'de', means: Means): string {
  const clause = language === 'fr' ? readFrenchClause(text, means.lexicon) : readGermanClause(text, means.lexicon);
  if (clause === undefined) return means.glosser.gloss(withoutInversion(text));
  const { glosser } = means;
  const pieces = [
    clause.auxiliary,
    glosser.gloss(clause.subject),
    glosser.glossVerb(clause.verb),
    glosser.gloss(clause.rest),
  ];
  return pieces.filter((piece) => piece !== '').join(' ');
}

/** The same after "who": the verb stands first, as whoever did it is asked for. */
export function orderDeed(text: string, language: 'fr' | 'de', means: Means): string {
  const { glosser, lexicon } = means;
  if (language === 'fr') {
    const past = /^(?:a|ont|avait|avaient) (?<verb>\p{Ll}+)(?<rest>(?: .+)?)$/u.exec(text)?.groups;
    if (past === undefined) return glosser.gloss(text);
    return `${glosser.glossVerb(past.verb ?? '')} ${glosser.gloss(past.rest ?? '')}`;
  }
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  const isPast = /^(?:hat|haben|hatte|hatten)$/.test(words[0] ?? '') && words.length > 2 && isVerb(last, 'de', lexicon);
  if (!isPast) return glosser.gloss(text);
  return `${glosser.glossVerb(last)} ${glosser.gloss(words.slice(1, -1).join(' '))}`;
}

/** "veut-elle" and "a-t-il" without their pronoun. */
export function withoutInversion(text: string): string {
  return text.replace(/(?<=\p{L})-(?:t-)?(?:il|elle|ils|elles|on|ce|vous|nous)(?!\p{L})/gu, '');
}

const GERMAN_AUXILIARIES: Readonly<Record<string, string>> = {
  hat: 'did',
  haben: 'did',
  hatte: 'did',
  hatten: 'did',
  ist: 'is',
  sind: 'are',
  war: 'was',
  waren: 'were',
  wird: 'will',
  werden: 'will',
  wurde: 'was',
  wurden: 'were',
  kann: 'can',
  können: 'can',
  soll: 'should',
  sollen: 'should',
  muss: 'must',
  müssen: 'must',
  darf: 'may',
  dürfen: 'may',
  will: 'will',
  wollen: 'will',
};

function readGermanClause(text: string, lexicon: Lexicon): Clause | undefined {
  const words = text.split(' ');
  const [first = '', ...others] = words;
  if (others.length === 0) return undefined;
  const auxiliary = GERMAN_AUXILIARIES[first];
  const last = others.at(-1) ?? '';
  if (auxiliary !== undefined) {
    const hasVerb = others.length > 1 && isVerb(last, 'de', lexicon);
    const inner = (hasVerb ? others.slice(0, -1) : others).filter((word) => word !== 'sich').join(' ');
    const end = nounPhraseEnd(inner, 'de', lexicon);
    return { auxiliary, subject: inner.slice(0, end), verb: hasVerb ? last : '', rest: inner.slice(end) };
  }
  if (!isVerb(first, 'de', lexicon)) return undefined;
  const hasParticle = others.length > 1 && PARTICLE.test(last) && isKnown(last + first, lexicon);
  const inner = (hasParticle ? others.slice(0, -1) : others).filter((word) => word !== 'sich').join(' ');
  const end = nounPhraseEnd(inner, 'de', lexicon);
  return {
    auxiliary: 'did',
    subject: inner.slice(0, end),
    verb: hasParticle ? last + first : first,
    rest: inner.slice(end),
  };
}

function isKnown(verb: string, lexicon: Lexicon): boolean {
  return lexicon.lookUp('de', stemWord(foldWord(verb), 'de')).length > 0;
}

const FRENCH_AUXILIARIES: Readonly<Record<string, string>> = {
  a: 'did',
  ont: 'did',
  avait: 'did',
  avaient: 'did',
  est: 'was',
  sont: 'were',
  était: 'was',
  étaient: 'were',
  sera: 'will be',
  seront: 'will be',
  va: 'will',
  vont: 'will',
  veut: 'will',
  veulent: 'will',
  peut: 'can',
  peuvent: 'can',
  doit: 'must',
  doivent: 'must',
  devrait: 'should',
  devraient: 'should',
};
const PRONOUN = '-(?:t-)?(?:il|elle|ils|elles|on)';
const INVERTED = new RegExp(
  `^(?<subject>.+?) (?:s' |se |n' |ne )?(?<finite>\\p{L}+)${PRONOUN}(?: (?<after>.*))?$`,
  'u',
);
/** "le ministre a promis aux entreprises", after "qu'est-ce que". */
const STRAIGHT =
  /^(?<subject>(?:le |la |les |l' ?|\p{Lu}).*?) (?<finite>a|ont|va|vont|veut|veulent|peut|peuvent|doit|doivent) (?<verb>\p{Ll}+)(?: (?<after>.*))?$/u;
const SIMPLE = /^(?:se |s' )?(?<finite>\p{L}+) (?<after>.+)$/u;

function readFrenchClause(text: string, lexicon: Lexicon): Clause | undefined {
  const inverted = INVERTED.exec(text)?.groups;
  if (inverted !== undefined) {
    const { subject = '', finite = '', after = '' } = inverted;
    const auxiliary = FRENCH_AUXILIARIES[finite];
    if (auxiliary === undefined) return { auxiliary: 'did', subject, verb: finite, rest: after };
    const [verb = '', ...rest] = after.replace(/^(?:été|pas|déjà) /, '').split(' ');
    return { auxiliary, subject, verb, rest: rest.join(' ') };
  }
  const straight = STRAIGHT.exec(text)?.groups;
  if (straight !== undefined) {
    const { subject = '', finite: helping = '', verb = '', after: rest = '' } = straight;
    return { auxiliary: FRENCH_AUXILIARIES[helping] ?? 'did', subject, verb, rest };
  }
  const simple = SIMPLE.exec(text)?.groups;
  const { finite = '', after = '' } = simple ?? {};
  const auxiliary = FRENCH_AUXILIARIES[finite];
  if (auxiliary !== undefined) {
    // "a été fondée Maasgrid", "a coûté l'entraînement"
    const [verb = '', ...others] = after.replace(/^été /, '').split(' ');
    if (!isVerb(verb, 'fr', lexicon) || others.length === 0) return undefined;
    return { auxiliary, ...phraseFirst(others.join(' '), lexicon), verb };
  }
  const isInverted = /^(?:le|la|les|l'|un|une|ce|cet|cette|ces|\p{Lu}\S*)(?: |$)/u.test(after);
  if (!isInverted || !isVerb(finite, 'fr', lexicon)) return undefined;
  return { auxiliary: 'did', ...phraseFirst(after, lexicon), verb: finite };
}

function phraseFirst(text: string, lexicon: Lexicon): Pick<Clause, 'subject' | 'rest'> {
  const end = nounPhraseEnd(text, 'fr', lexicon);
  return { subject: text.slice(0, end), rest: text.slice(end) };
}
