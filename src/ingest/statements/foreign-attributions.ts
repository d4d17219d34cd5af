import type { Span } from '../../core/text/span.ts';
import type { Attribution } from './attribution.ts';
import type { TokenRange } from './noun-phrases.ts';
import type { Token, Unit } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

interface CueLanguage {
  /** Finite verbs and participles that attribute a clause or a quotation. */
  readonly verbs: ReadonlySet<string>;
  /** Auxiliaries right before a participle. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Words that open the content clause. */
  readonly clauseWords: ReadonlySet<string>;
  /** "selon X", "laut X". */
  readonly accordingTo: ReadonlySet<string>;
  /** Words that end the speaker's name after an inverted verb: when, where, to whom. */
  readonly afterSpeaker: ReadonlySet<string>;
  /** Words passed over before the speaker. */
  readonly openers: ReadonlySet<string>;
}

/** French and German at a basic level: the frames that news copy uses most. */
const LANGUAGES: Readonly<Record<string, CueLanguage>> = {
  fr: {
    verbs:
      words(`déclare déclaré déclarait affirme affirmé estime estimé explique expliqué souligne souligné assure assuré indique indiqué
      précise précisé rappelle rappelé ajoute ajouté annonce annoncé confirme confirmé dit disait juge jugé regrette regretté prévient prévenu
      avertit averti promet promis considère considéré insiste insisté reconnaît reconnu répond répondu dénonce dénoncé raconte raconté poursuit
      poursuivi conclut conclu note noté observe observé écrit martèle martelé plaide plaidé soutient soutenu lance lancé résume résumé commente commenté
      déclarent affirment estiment expliquent soulignent assurent indiquent précisent rappellent annoncent confirment disent jugent reconnaissent`),
    auxiliaries: words(`a ont avait avaient aurait auraient s'est`),
    clauseWords: words(`que qu'il qu'elle qu'ils qu'elles qu'un qu'une qu'on`),
    accordingTo: words(`selon d'après`),
    afterSpeaker: words(
      `dans lors à au aux sur mardi lundi mercredi jeudi vendredi samedi dimanche devant auprès après avant en lorsque alors pour hier qui`,
    ),
    openers: words(`mais et or car cependant toutefois pourtant ainsi enfin puis`),
  },
  de: {
    verbs:
      words(`sagte sagt sagten sagen erklärte erklärt erklärten betonte betont betonten teilte meinte meint kritisierte kritisiert warnte warnt warnten
      forderte fordert forderten kündigte schrieb schreibt berichtete berichtet berichteten bestätigte bestätigt behauptete behauptet ergänzte ergänzt
      fügte argumentierte argumentiert erläuterte erläutert unterstrich versicherte versichert räumte lobte begrüßte sprach hob schätzt schätzte glaubt
      glaubte sieht hält verwies mahnte mahnt urteilte urteilt resümierte bilanzierte antwortete fragte fragt heißt hieß prognostiziert prognostizierte`),
    auxiliaries: words(``),
    clauseWords: words(`dass daß ob wie warum`),
    accordingTo: words(`laut gemäß`),
    afterSpeaker:
      words(`am im in bei gegenüber dem der nach vor während auf dazu zu anlässlich mit dann weiter heute gestern montag dienstag mittwoch donnerstag freitag
      samstag sonntag auch laut`),
    openers: words(`aber und doch denn zudem außerdem jedoch auch dennoch`),
  },
};

export function knowsLanguage(language: string): boolean {
  return language in LANGUAGES;
}

/** Attributions of a French or German unit, in the order of their cues. */
export function readForeignAttributions(unit: Unit, language: string): Attribution[] {
  const known = LANGUAGES[language];
  if (known === undefined) return [];
  const found: Attribution[] = [];
  unit.tokens.forEach((token, at) => {
    if (token.kind !== 'word') return;
    const attribution = known.accordingTo.has(token.lower)
      ? readAccordingTo(unit, at, known)
      : known.verbs.has(token.lower) && !(token.capital && at > 0)
        ? readVerb(unit, at, known)
        : language === 'de' && token.lower === 'so' && unit.tokens[at - 1]?.text === ','
          ? readInverted(unit, { cueFrom: at, cueTo: at + 1 }, known)
          : frenchTag(unit, at, known);
    if (attribution !== undefined) found.push(attribution);
  });
  return found;
}

/** "dit-il", "a-t-il déclaré", "explique-t-elle": verb and pronoun are one word. */
function frenchTag(unit: Unit, at: number, known: CueLanguage): Attribution | undefined {
  const token = unit.tokens[at] as Token;
  const tag = /^(?:(?<auxiliary>a|ont|avait)|(?<verb>\p{L}+))(?:-t)?-(?:il|elle|ils|elles|on)$/u.exec(token.lower);
  if (tag === null || known.clauseWords.has('dass')) return undefined;
  const next = unit.tokens[at + 1];
  const spoken =
    tag.groups?.verb === undefined
      ? next !== undefined && known.verbs.has(next.lower)
      : known.verbs.has(tag.groups.verb);
  if (!spoken) return undefined;
  const content = leftOf(unit, at);
  const cueEnd = tag.groups?.verb === undefined && next !== undefined ? next.end : token.end;
  return content === undefined
    ? undefined
    : attribution(unit, [content], { start: token.start, end: cueEnd }, { from: at, to: at + 1 }, 'inverted');
}

function readVerb(unit: Unit, at: number, known: CueLanguage): Attribution | undefined {
  const { tokens } = unit;
  const cueFrom = known.auxiliaries.has(tokens[at - 1]?.lower ?? '') ? at - 1 : at;
  const before = tokens[cueFrom - 1];
  if (
    before !== undefined &&
    (before.kind === 'quotation' ||
      (before.text === ',' && (tokens[cueFrom - 2]?.kind === 'quotation' || !hasClosedPair(tokens, cueFrom - 1))))
  ) {
    const inverted = readInverted(unit, { cueFrom, cueTo: at + 1 }, known);
    if (inverted !== undefined) return inverted;
  }
  const source = subjectBefore(tokens, cueFrom, known);
  if (source === undefined) return undefined;
  const content = rightOf(unit, at + 1, known);
  const cue = { start: (tokens[cueFrom] as Token).start, end: (tokens[at] as Token).end };
  return content === undefined ? undefined : attribution(unit, [content], cue, source, 'clause');
}

/** Whether the comma at `at` closes a description that an earlier comma opened. */
function hasClosedPair(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some((token) => token.text === ',');
}

function readInverted(unit: Unit, at: { cueFrom: number; cueTo: number }, known: CueLanguage): Attribution | undefined {
  const { tokens } = unit;
  const content = leftOf(unit, at.cueFrom);
  if (content === undefined) return undefined;
  let to = at.cueTo;
  while (to < tokens.length && to - at.cueTo < 12) {
    const token = tokens[to] as Token;
    if (token.kind !== 'word' || (to > at.cueTo && !token.capital && known.afterSpeaker.has(token.lower))) break;
    to++;
  }
  if (to === at.cueTo) return undefined;
  const cue = { start: (tokens[at.cueFrom] as Token).start, end: (tokens[at.cueTo - 1] as Token).end };
  return attribution(unit, [content], cue, { from: at.cueTo, to }, 'inverted');
}

/** The words before the verb: from the clause's start, with a description between commas. */
function subjectBefore(tokens: readonly Token[], end: number, known: CueLanguage): TokenRange | undefined {
  let from = end - 1;
  while (from >= 0 && end - from < 30) {
    const token = tokens[from] as Token;
    if (token.kind === 'quotation' || /^[.:;!?]$/.test(token.text) || known.clauseWords.has(token.lower)) break;
    from--;
  }
  from++;
  while (from < end && ((tokens[from] as Token).kind === 'mark' || known.openers.has((tokens[from] as Token).lower)))
    from++;
  const last = tokens[end - 1];
  if (from >= end || last === undefined) return undefined;
  const to = last.text === ',' ? end - 1 : end;
  const commas = tokens.slice(from, to).filter((token) => token.text === ',').length;
  // One comma without a closing one: what stands before it is an adverbial, not the speaker.
  if (last.text !== ',' && commas > 0) from = tokens.findLastIndex((token, at) => at < to && token.text === ',') + 1;
  const named =
    tokens.slice(from, to).some((token) => token.capital) ||
    /^(?:il|elle|ils|elles|er|sie|on)$/.test((tokens[from] as Token).lower);
  return from < to && named ? { from, to } : undefined;
}

function rightOf(unit: Unit, from: number, known: CueLanguage): Span | undefined {
  const { tokens } = unit;
  const last = tokens.findLastIndex((token) => token.kind !== 'mark' || /^[)\]%]$/.test(token.text));
  for (let at = from; at < Math.min(tokens.length, from + 16); at++) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    if (token.kind === 'quotation') {
      const whole = at === last || unit.endsInside.has(token.start);
      return { start: token.start, end: whole ? token.end : (tokens[last] as Token).end };
    }
    if (known.clauseWords.has(token.lower) && at < last)
      return { start: token.start, end: (tokens[last] as Token).end };
    if (token.text === ':' && next !== undefined && next.kind !== 'quotation')
      return { start: next.start, end: (tokens[last] as Token).end };
    // German: "Er sagte, die Pläne seien ..."
    if (
      token.text === ',' &&
      known.clauseWords.has('dass') &&
      next !== undefined &&
      next.kind === 'word' &&
      !known.clauseWords.has(next.lower) &&
      last - at >= 3
    ) {
      return { start: next.start, end: (tokens[last] as Token).end };
    }
  }
  return undefined;
}

function leftOf(unit: Unit, before: number): Span | undefined {
  const { tokens } = unit;
  let end = before - 1;
  while (end >= 0 && (tokens[end] as Token).kind === 'mark') end--;
  const last = tokens[end];
  if (last === undefined) return undefined;
  const from = last.kind === 'quotation' ? end : 0;
  if (last.kind !== 'quotation' && end < 3) return undefined;
  return { start: (tokens[from] as Token).start, end: last.end };
}

function readAccordingTo(unit: Unit, at: number, known: CueLanguage): Attribution | undefined {
  const { tokens } = unit;
  let to = at + 1;
  while (to < tokens.length && to - at < 14) {
    const token = tokens[to] as Token;
    if (token.kind !== 'word') break;
    // German puts the verb right behind: the capitals end there.
    if (
      known.clauseWords.has('dass') &&
      !token.capital &&
      tokens[to - 1]?.capital === true &&
      !/^(?:von|der|des|und|für|dem|den)$/.test(token.lower)
    )
      break;
    to++;
  }
  if (to === at + 1) return undefined;
  const cue = tokens[at] as Token;
  const source = { from: at + 1, to };
  const last = tokens.findLastIndex((token) => token.kind !== 'mark');
  if (at <= 1) {
    const from = tokens[to]?.kind === 'mark' ? to + 1 : to;
    const first = tokens[from];
    return first === undefined || from >= last
      ? undefined
      : attribution(unit, [{ start: first.start, end: (tokens[last] as Token).end }], cue, source, 'according');
  }
  const content = leftOf(unit, at);
  return content === undefined ? undefined : attribution(unit, [content], cue, source, 'according');
}

function attribution(unit: Unit, contents: readonly Span[], cue: Span, source: TokenRange, frame: string): Attribution {
  const lemma = unit.tokens.find((token) => token.end === cue.end)?.lower ?? '';
  return { contents, cue: { start: cue.start, end: cue.end }, lemma, frame, source };
}
