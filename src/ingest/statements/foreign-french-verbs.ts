/**
 * How a French verb attributes: `c` a clause, a quotation or an inverted tag ("a déclaré que", "déclare-t-il"),
 * `i` an infinitive ("dit craindre", "promet de"), `o` an object ("annonce la fermeture"), `s` only with "se" before it.
 */
export interface FrenchVerb {
  readonly form: 'finite' | 'participle' | 'gerund' | 'infinitive';
  readonly frames: string;
}

/** Stem, frames, and the stem before a mute ending where it differs. */
const REGULAR: readonly (readonly [stems: string, frames: string])[] = [
  [
    `déclar expliqu soulign indiqu ajout insist racont not observ résum comment martel|martèl lanc nuanc relev|relèv signal remarqu constat
    témoign confi argument rétorqu répliqu ironis tempér|tempèr détaill analys décrypt tranch enchaîn gliss souffl lâch énumér|énumèr assén|assèn
    plaisant alert tweet cit argu exhort jug confess interrog développ énonc object dévoil soulev|soulèv abond calcul conseill rapport inform justifi
    pronostiqu anticip attest certifi minimis relativis soupir pest vant déclam résum rassur théoris ressass acquiesc`,
    'c',
  ],
  [`affirm assur estim pens espér|espèr considér|considèr avou jur déplor imagin suppos`, 'ci'],
  [
    `annonc confirm précis rappel|rappell dénonc regrett critiqu redout évoqu révél|révèl montr démontr exig|exige réclam demand préconis recommand
    propos suggér|suggèr envisag|envisage revendiqu`,
    'coi',
  ],
  [`fustig|fustige salu refus plaid`, 'ci'],
  [`exclam indign agac inquiét|inquièt félicit alarm désol étonn insurg|insurge emport souvien lament`, 'cs'],
];

const IRREGULAR: readonly (readonly [
  finite: string,
  participles: string,
  gerund: string,
  infinitive: string,
  frames: string,
])[] = [
  ['dit disent disait disaient dirent', 'dit dite', 'disant', 'dire', 'ci'],
  [
    'reconnaît reconnait reconnaissent reconnaissait reconnut',
    'reconnu reconnue',
    'reconnaissant',
    'reconnaître',
    'cio',
  ],
  ['prévient préviennent prévenait prévint', 'prévenu', 'prévenant', 'prévenir', 'c'],
  ['avertit avertissent avertissait', 'averti', 'avertissant', 'avertir', 'c'],
  ['promet promettent promettait promit', 'promis', 'promettant', 'promettre', 'cio'],
  ['répond répondent répondait répondit', 'répondu', 'répondant', 'répondre', 'c'],
  ['conclut concluent concluait', 'conclu', 'concluant', 'conclure', 'c'],
  ['écrit écrivent écrivait écrivit', 'écrit', 'écrivant', 'écrire', 'c'],
  ['soutient soutiennent soutenait soutint', 'soutenu', 'soutenant', 'soutenir', 'ci'],
  ['poursuit poursuivent poursuivit', 'poursuivi', 'poursuivant', 'poursuivre', 'c'],
  ['admet admettent admettait admit', 'admis', 'admettant', 'admettre', 'ci'],
  ['croit croient croyait', 'cru', 'croyant', 'croire', 'ci'],
  ['prétend prétendent prétendait', 'prétendu', 'prétendant', 'prétendre', 'ci'],
  ['craint craignent craignait', 'craint', 'craignant', 'craindre', 'cio'],
  ['garantit garantissent', 'garanti', 'garantissant', 'garantir', 'c'],
  ['dément démentent démentait', 'démenti', 'démentant', 'démentir', 'ci'],
  ['nie nient niait', 'nié', 'niant', 'nier', 'ci'],
  ['prévoit prévoient prévoyait', 'prévu', 'prévoyant', 'prévoir', 'c'],
  ['réjouit réjouissent réjouissait', 'réjoui réjouie', '', 'réjouir', 'cs'],
  ['défend défendent défendait', 'défendu défendue', '', 'défendre', 'cs'],
  ['prédit prédisent', 'prédit', 'prédisant', 'prédire', 'ci'],
  ['réagit réagissent réagissait', 'réagi', 'réagissant', 'réagir', 'c'],
  ['sourit', 'souri', '', '', 'c'],
  ['veut', '', '', '', 'i'],
  ['souhaite souhaitent souhaitait', 'souhaité', 'souhaitant', 'souhaiter', 'ci'],
];

export const FRENCH_VERBS: ReadonlyMap<string, FrenchVerb> = buildVerbs();

function buildVerbs(): Map<string, FrenchVerb> {
  const verbs = new Map<string, FrenchVerb>();
  const enter = (form: FrenchVerb['form'], list: string, frames: string): void => {
    for (const word of list.split(' ')) if (word !== '' && !verbs.has(word)) verbs.set(word, { form, frames });
  };
  for (const [finite, participles, gerund, infinitive, frames] of IRREGULAR) {
    enter('finite', finite, frames);
    enter('participle', participles, frames);
    enter('gerund', gerund, frames);
    enter('infinitive', infinitive, frames);
  }
  for (const [stems, frames] of REGULAR) {
    for (const entry of stems.trim().split(/\s+/)) {
      const [stem = '', mute = stem] = entry.split('|');
      // "fustige", "exige": the mute stem keeps its e before a and o.
      const soft = mute.endsWith('ge') ? mute : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem;
      const silent = mute.replace(/ge$/, 'g');
      enter('finite', `${silent}e ${silent}ent ${soft}ait ${soft}aient ${soft}a ${stem}èrent`, frames);
      enter('participle', `${stem}é ${stem}ée ${stem}és ${stem}ées`, frames);
      enter('gerund', `${soft}ant`, frames);
      enter('infinitive', `${stem}er`, frames);
    }
  }
  return verbs;
}

/** Auxiliaries with the clitics that news sets before them. */
export const FRENCH_AUXILIARY =
  /^(?:(?:l|m|t|s|n|y|en|nous|lui|leur|vous)['’]?)?(?:a|ont|avait|avaient|aurait|auraient|est|sont|était|étaient|ai|avons)$/;
