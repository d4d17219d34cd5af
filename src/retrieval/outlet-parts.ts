import { tokenise } from '../core/text/terms.ts';

/** A part of a question that asks what one outlet's texts tell. */
export interface OutletPart {
  /** The publisher, as its documents name it. */
  readonly publisher: string;
  /** What it is asked about, in the question's words without the outlet's name. */
  readonly topic: string;
}

/** A question with fewer words asks one thing, and the words that name an outlet may well name a speaker. */
const FEWEST_WORDS = 15;

/**
 * Takes apart a question that sets texts of outlets beside each other ("Does the Polygon article say …, while Wired
 * reports …?"): one part for each of the publishers that it names, with the clauses around the name as its topic.
 * Empty when the question is short or names none of them.
 */
export function splitByOutlets(question: string, publishers: readonly string[]): OutletPart[] {
  if (tokenise(question).length < FEWEST_WORDS) return [];
  const names = publishers.map((publisher) => ({ publisher, pattern: namePattern(publisher) }));
  const topics = new Map<string, string[]>();
  const leading: string[] = [];
  let last = leading;
  for (const clause of question.split(CLAUSE_END)) {
    const named = names.filter(({ pattern }) => pattern.test(clause));
    if (named.length === 0) last.push(clause);
    for (const { publisher } of named) {
      last = topics.get(publisher) ?? [];
      last.push(clause);
      topics.set(publisher, last);
    }
  }
  return names.flatMap(({ publisher, pattern }) => {
    const clauses = topics.get(publisher);
    if (clauses === undefined) return [];
    const topic = [...leading, ...clauses].join(' ').replace(new RegExp(pattern, 'gu'), ' ');
    return [{ publisher, topic: topic.replace(REPORTING, ' ').replace(/\s+/g, ' ').trim() }];
  });
}

const CLAUSE_END = /, (?:and |while |whereas |but )?| (?:while|whereas|but|as opposed to) | and (?=[^,]{15,})/u;

/** Words that only tell that something stands in a text. */
const REPORTING =
  /\b(?:articles?|reports?|reported|reporting|pieces?|reviews?|coverage|stor(?:y|ies)|according|information|published|mentioned|discuss(?:ed|es|ing)|suggests?|indicates?|claims?|detail(?:s|ing)|identif(?:y|ies)|describe[sd]?|feature[sd]|covered|noted|both|another)\b/giu;

/** A publisher's name, or its first part where it names a section ("FOX News - Health"); with its capitals. */
function namePattern(publisher: string): RegExp {
  const short = publisher.split(/ [|–—-] |: /u)[0] ?? publisher;
  const forms = [publisher, short].map((form) => form.replace(/^the /iu, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:[Tt]he )?(?:${forms.join('|')})(?:['’]s)?(?![\\p{L}\\p{N}])`, 'u');
}
