/** Closed classes of English words, lower case, that the reader of clauses needs. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const SUBJECT_PRONOUNS = words(`he she they we i you it who`);
/** Pronouns that can stand for a person or a body that speaks. */
export const PERSON_PRONOUNS = words(`he she they we i`);
export const POSSESSIVES = words(`his her its their our my your whose`);
export const OBJECT_PRONOUNS = words(`him her them us me it you himself herself themselves itself one`);
export const DETERMINERS = words(
  `the a an this that these those some many several most few all both each every any no another other such his her its
  their our my your one two three four five six seven eight nine ten dozens hundreds thousands more`,
);
export const PREPOSITIONS = words(
  `of in on at by for from with to into onto over under about against among between during through after before since
  until without within across behind beyond near despite like via upon toward towards amid along around alongside outside inside per`,
);
/** Prepositions that tie a noun to the noun before it inside a speaker's name or description. */
export const NOUN_LINKS = words(`of for at from in on with to by against under within behind among`);
export const AUXILIARIES = words(
  `is are was were be been being am has have had having do does did will would shall should can could may might must
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't`,
);
export const SUBORDINATORS = words(
  `that when while as because if although though whereas since unless until before after whether where why how what which who
  whom whose once so than but yet nor or and`,
);
export const CLAUSE_WORDS = words(`that whether if how why what when where who which`);
export const RELATIVES = words(`who which that`);
export const ADVERBS = words(
  `also then again later still now often once soon never always already just even only further furthermore instead yesterday today
  tonight ever not first long earlier once simply too recently repeatedly previously reportedly himself herself themselves itself both all
  has had have will would could did does do may might must can should is was are were been be to`,
);
export const WEEKDAYS = words(`monday tuesday wednesday thursday friday saturday sunday`);
export const MONTHS = words(`january february march april may june july august september october november december`);
export const TIME_WORDS = words(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tonight later earlier recently afterward afterwards
  morning afternoon evening night week month year last`,
);
/** Pasts that do not end in "-ed", of verbs that news sentences turn on. */
export const IRREGULAR_PASTS = words(
  `became began bought broke brought built came chose cut did died drew fell felt fought found gave got grew had held hit kept knew
  laid led left lost made meant met paid put quit ran rose sat saw sent set shrank sold spent spoke stood taught threw took went won wore wrote`,
);
