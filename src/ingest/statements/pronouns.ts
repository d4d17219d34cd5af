import type { Entity, EntityTable, Mention } from './entities.ts';
import type { Gender } from './given-names.ts';
import type { Token, Unit } from './tokens.ts';

/** Pronouns that stand for one person, with the gender they show. */
const PERSON_PRONOUN: Readonly<Record<string, Gender>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
  il: 'male',
  elle: 'female',
  er: 'male',
};

/** Weights of what makes a person the one meant; tuned by hand on half of the pronoun set. */
const WEIGHT = {
  /** By distance in sentences; beyond it a person is out of mind. */
  distance: [3, 3.2, 1.8, 1, 0.5],
  subject: 1.4,
  possessive: -0.7,
  genderKnown: 1.2,
  knownPerson: 1,
  /** Times the logarithm of how often the person is named. */
  prominence: 0.45,
} as const;
/** The best must lead by so much, else nobody is named. */
const LEAST_LEAD = 0.6;
/** Names looked back over. */
const REACH = 30;

export interface ResolvedPronoun {
  readonly start: number;
  readonly end: number;
  readonly entity: Entity;
}

/** The persons behind he, she and their forms outside quotations, by the start of the pronoun. */
export function resolvePronouns(units: readonly Unit[], table: EntityTable): Map<number, ResolvedPronoun> {
  const resolved = new Map<number, ResolvedPronoun>();
  /** Names and resolved pronouns so far, in the order of the text. */
  const heard: Mention[] = [];
  let next = 0;
  units.forEach((unit, index) => {
    unit.tokens.forEach((token, at) => {
      while (next < table.mentions.length && (table.mentions[next] as Mention).start < token.start)
        heard.push(table.mentions[next++] as Mention);
      const gender =
        token.kind === 'word'
          ? PERSON_PRONOUN[token.lower.replace(/'(?:s|d|ll|ve|re)$|^.+-(?=(?:il|elle)$)/, '')]
          : undefined;
      if (gender === undefined) return;
      const entity = choose(heard, { gender, unit: index });
      if (entity === undefined) return;
      entity.gender ??= gender;
      resolved.set(token.start, { start: token.start, end: token.end, entity });
      heard.push({
        start: token.start,
        end: token.end,
        entity,
        unit: index,
        subject: isSubjectForm(unit.tokens, at),
        possessive: token.lower === 'his',
      });
    });
    while (next < table.mentions.length && (table.mentions[next] as Mention).start < unit.end)
      heard.push(table.mentions[next++] as Mention);
  });
  return resolved;
}

function isSubjectForm(tokens: readonly Token[], at: number): boolean {
  return /^s?he(?:'|$)/.test((tokens[at] as Token).lower);
}

function choose(heard: readonly Mention[], at: { gender: Gender; unit: number }): Entity | undefined {
  const scores = new Map<Entity, number>();
  for (let i = heard.length - 1; i >= 0 && i > heard.length - REACH; i--) {
    const mention = heard[i] as Mention;
    const distance = at.unit - mention.unit;
    if (distance >= WEIGHT.distance.length) break;
    const { entity } = mention;
    if (entity.kind === 'body' || (entity.gender !== undefined && entity.gender !== at.gender)) continue;
    const score =
      (WEIGHT.distance[distance] ?? 0) +
      (mention.subject ? WEIGHT.subject : 0) +
      (mention.possessive ? WEIGHT.possessive : 0) +
      (entity.gender === at.gender ? WEIGHT.genderKnown : 0) +
      (entity.kind === 'person' ? WEIGHT.knownPerson : 0) +
      WEIGHT.prominence * Math.log(1 + entity.mentions);
    scores.set(entity, Math.max(scores.get(entity) ?? 0, score));
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (best === undefined || (best[0].kind === 'unknown' && best[0].mentions < 2)) return undefined;
  return second !== undefined && best[1] - second[1] < LEAST_LEAD ? undefined : best[0];
}
