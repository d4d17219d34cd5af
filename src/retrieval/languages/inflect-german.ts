const INSEPARABLE = /^(?:be|ver|er|ent|zer|ge|miss|über|unter|wider|hinter)/;

/**
 * The forms of a German verb by the weak conjugation: stems alone do not bring "gesagt" and "sagen" together. A separable
 * prefix stands before "~" ("an~kündigen"). Strong forms are not made. Other words come back as they are.
 */
export function inflectGermanVerb(verb: string): string[] {
  const [prefix, base] = verb.includes('~') ? splitPrefix(verb) : ['', verb];
  const root = /^(\p{Ll}{2,}?)e?n$/u.exec(base)?.[1];
  if (root === undefined) return [prefix + base];
  const soft = /[td]$|[^lrhn][mn]$/u.test(root) ? `${root}e` : root;
  const hasGe = !INSEPARABLE.test(base) && !/ieren$/.test(base);
  return [
    prefix + base,
    `${prefix}${soft}t`,
    `${prefix}${soft}te`,
    `${prefix}${hasGe ? 'ge' : ''}${soft}t`,
    ...(prefix === '' ? [] : [`${prefix}zu${base}`]),
  ];
}

/** Verbs so common that, without their prefix, they tell nothing. */
const COMMON =
  /^(?:stellen|geben|gehen|nehmen|kommen|setzen|legen|halten|machen|führen|lassen|bringen|ziehen|stehen|liegen|treten|sagen|weisen|sehen|tragen|haben|werfen|fallen|laufen|schließen|heben|bauen|wenden|arbeiten|lehnen|rechnen|sprechen)$/;

/** "kündigt" and "kündigte" of "an~kündigen": how a text has it whose sentence ends in the prefix. */
export function separatedForms(verb: string): string[] {
  const [prefix, base] = verb.includes('~') ? splitPrefix(verb) : ['', verb];
  return prefix === '' || COMMON.test(base) ? [] : inflectGermanVerb(base).slice(1, 3);
}

function splitPrefix(verb: string): [string, string] {
  const at = verb.lastIndexOf('~');
  return [verb.slice(0, at).replaceAll('~', ''), verb.slice(at + 1)];
}

/** A noun with the plurals that stemming does not bring together: "Zentrum" and "Zentren", "Medium" and "Medien". */
export function inflectGermanNoun(noun: string): string[] {
  return /\p{L}{4}um$/u.test(noun) ? [noun, `${noun.slice(0, -2)}en`] : [noun];
}
