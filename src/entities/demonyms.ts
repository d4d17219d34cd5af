/** "the French minister" speaks for France. Folded; extend freely: country, then its adjectives. */
const COUNTRIES = `
france french|germany german|italy italian|spain spanish|portugal portuguese|netherlands dutch|belgium belgian|
luxembourg luxembourgish|austria austrian|switzerland swiss|ireland irish|denmark danish|sweden swedish|norway norwegian|
finland finnish|iceland icelandic|poland polish|czechia czech|slovakia slovak|hungary hungarian|romania romanian|
bulgaria bulgarian|greece greek|croatia croatian|slovenia slovenian|serbia serbian|estonia estonian|latvia latvian|
lithuania lithuanian|ukraine ukrainian|russia russian|turkey turkish|britain british|uk british|england english|
scotland scottish|wales welsh|europe european|eu european|china chinese|japan japanese|korea korean|india indian|israel israeli|
iran iranian|iraq iraqi|syria syrian|egypt egyptian|america american|us american|canada canadian|mexico mexican|
brazil brazilian|argentina argentine|australia australian|taiwan taiwanese|vietnam vietnamese|pakistan pakistani`;

const OTHERS = new Map<string, string[]>();
for (const line of COUNTRIES.split('|')) {
  const [country = '', ...adjectives] = line.trim().split(/\s+/);
  for (const adjective of adjectives) {
    OTHERS.set(country, [...(OTHERS.get(country) ?? []), adjective]);
    OTHERS.set(adjective, [...(OTHERS.get(adjective) ?? []), country]);
  }
}

/** The country of an adjective, the adjectives of a country. */
export function demonymsOf(word: string): readonly string[] {
  return OTHERS.get(word) ?? [];
}
