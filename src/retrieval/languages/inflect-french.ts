/** Endings of regular verbs in "-er" that stemming does not bring together with the infinitive. */
const ENDINGS = ['er', 'e', 'ent', 'é', 'ée', 'és', 'ées', 'ant', 'era', 'eront', 'erait', 'eraient', 'aient'];

/** The forms of a French verb in "-er"; other words come back as they are. */
export function inflectFrenchVerb(verb: string): string[] {
  const root = /^(\p{Ll}{3,})er$/u.exec(verb)?.[1];
  return root === undefined ? [verb] : ENDINGS.map((ending) => root + ending);
}
