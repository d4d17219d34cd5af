import type { AliasEntry, Entity, EntityKind } from '../core/entity.ts';
import type { SpeakerTotal } from '../core/ports.ts';
import { nameKey } from './name-words.ts';
import { foldRole } from './role-words.ts';
import { entityIdOf, POST_SIGN, SCOPE_SIGN } from './speaker-key.ts';

const MOST_ALIASES = 12;
const MOST_POSTS = 12;

/** What the documents together tell of an entity. `totals` are those of its keys. */
export function describeEntity(
  key: string,
  totals: readonly SpeakerTotal[],
  known: { readonly entry: AliasEntry | undefined; readonly documents: number },
): Entity {
  const name = known.entry?.name ?? pickName(key, totals);
  const words = new Map<string, number>();
  const count = (word: string, statements: number) => {
    if (word !== '' && word !== name) words.set(word, (words.get(word) ?? 0) + statements);
  };
  for (const total of totals) {
    count(total.name, total.statements);
    count(total.alias, total.statements);
  }
  for (const also of known.entry?.also ?? []) count(also, 0);
  return {
    id: entityIdOf(key),
    kind: known.entry?.kind ?? pickKind(key, totals),
    name,
    aliases: [...words]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_ALIASES)
      .map(([word]) => word),
    posts: pickPosts(totals, name),
    statements: totals.reduce((sum, { statements }) => sum + statements, 0),
    documents: known.documents,
  };
}

/** The fullest name among those that fold to the key itself, of equally full ones the most frequent. */
function pickName(key: string, totals: readonly SpeakerTotal[]): string {
  const own = key.split(SCOPE_SIGN, 1).join('');
  const counts = new Map<string, number>();
  for (const { name, organisation, statements } of totals) {
    for (const one of [name, organisation ?? '']) {
      if (nameKey(one) === own) counts.set(one, (counts.get(one) ?? 0) + (one === name ? statements : 0));
    }
  }
  const [best] = [...counts].sort((a, b) => wordCount(b[0]) - wordCount(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  // An abbreviation whose long form stands in the running text only.
  return best?.[0].replace(/^the (?=\p{Lu})/iu, '') ?? totals.find(({ name }) => name !== '')?.name ?? own;
}

function wordCount(name: string): number {
  const bare = name.replace(/^(?:the|mr|mrs|ms|dr|sen|gov|rep|prof|sir|president)\.? /iu, '');
  return bare === name || /^the /i.test(name) ? bare.split(' ').length : 0;
}

/** What most statements say; a name of several words that nothing is known of is taken for a person's. */
function pickKind(key: string, totals: readonly SpeakerTotal[]): EntityKind {
  const own = totals.filter((total) => !total.key.includes(POST_SIGN));
  const count = (kind: string) => own.reduce((sum, one) => sum + (one.kind === kind ? one.statements : 0), 0);
  const [persons, bodies] = [count('person'), count('body')];
  if (persons !== bodies) return persons > bodies ? 'person' : 'body';
  return own.length > 0 && (key.includes(' ') || key.includes(SCOPE_SIGN)) ? 'person' : 'body';
}

function pickPosts(totals: readonly SpeakerTotal[], name: string): Entity['posts'] {
  const posts = new Map<string, { role?: string; organisation?: string; statements: number }>();
  for (const { role, organisation, statements, name: own } of totals) {
    if (role === undefined && (organisation === undefined || own === '')) continue;
    if (own === '' && nameKey(organisation ?? '') === nameKey(name)) continue;
    const mark = `${foldRole(role ?? '')}\n${nameKey(organisation ?? '')}`;
    const known = posts.get(mark);
    if (known !== undefined) known.statements += statements;
    else
      posts.set(mark, {
        ...(role === undefined ? {} : { role }),
        ...(organisation === undefined ? {} : { organisation }),
        statements,
      });
  }
  return [...posts.values()].sort((a, b) => b.statements - a.statements).slice(0, MOST_POSTS);
}
