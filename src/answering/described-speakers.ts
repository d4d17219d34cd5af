import type { SpeakerIdentity } from '../core/statement.ts';
import { isStopWord, stemWord, tokenise } from '../core/text/terms.ts';
import { demonymsOf } from '../entities/demonyms.ts';
import { kindOfName } from '../entities/name-kind.ts';
import { foldRole, roleAlternatives } from '../entities/role-words.ts';
import type { ReadDocument } from './read-document.ts';

/** Words between a name and what describes it, at most. */
const REACH = 10;

/**
 * The speakers of a document whose own sentences describe them so ("Mara Linde of the Harbour Institute" for "the Harbour
 * Institute"), where their role and organisation were not read: every telling word stands near the name. Where several
 * names stand near, the nearest is meant. Folded last names.
 */
export function findDescribed(
  asked: string,
  speakers: readonly SpeakerIdentity[],
  read: ReadDocument,
): ReadonlySet<string> {
  const words = tellingWords(asked);
  // A bare name is nobody's description: who stands beside it is somebody else.
  const isDescription = kindOfName(asked) === 'body' || tellingWords(asked.replace(/\p{Lu}\S*/gu, ' ')).length > 0;
  if (words.length < 2 || !isDescription) return new Set();
  const nearest = new Map<string, number>();
  for (const surname of new Set(speakers.map(surnameOf))) {
    if (surname === '' || words.some((forms) => forms.has(surname))) continue;
    const distance = leastDistance(surname, words, read);
    if (distance !== undefined) nearest.set(surname, distance);
  }
  const least = Math.min(...nearest.values());
  return new Set([...nearest].filter(([, distance]) => distance === least).map(([surname]) => surname));
}

export function surnameOf({ name }: SpeakerIdentity): string {
  return tokenise(name ?? '').at(-1)?.word ?? '';
}

/** Each word with the forms that are as good. */
function tellingWords(asked: string): ReadonlySet<string>[] {
  return foldRole(asked)
    .split(' ')
    .filter((word) => word !== '' && !isStopWord(word))
    .map((word) => new Set([word, ...demonymsOf(word), ...roleAlternatives(word)]));
}

/** How far the words stand from the name where all of them stand near it; names of the matter may stand anywhere. */
function leastDistance(surname: string, words: readonly ReadonlySet<string>[], read: ReadDocument): number | undefined {
  let least: number | undefined;
  for (const { words: own } of read.sentences) {
    for (let at = own.indexOf(surname); at >= 0; at = own.indexOf(surname, at + 1)) {
      const distances = words.map((forms) => distanceTo(forms, own, at));
      const near = distances.filter((distance) => distance !== undefined);
      const isMissingCentral = distances.every(
        (distance, index) =>
          distance !== undefined || [...(words[index] ?? [])].some((word) => read.centralNames.has(word)),
      );
      if (near.length === 0 || !isMissingCentral) continue;
      const sum = near.reduce((total, distance) => total + distance, 0);
      if (least === undefined || sum < least) least = sum;
    }
  }
  return least;
}

function distanceTo(forms: ReadonlySet<string>, own: readonly string[], at: number): number | undefined {
  for (let distance = 1; distance <= REACH; distance += 1) {
    for (const word of [own[at - distance], own[at + distance]]) {
      if (word === undefined) continue;
      if (forms.has(word) || [...forms].some((form) => stemWord(form) === stemWord(word))) return distance;
    }
  }
  return undefined;
}
