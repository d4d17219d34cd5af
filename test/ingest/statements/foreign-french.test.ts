import { describe, expect, it } from 'vitest';
import { readStatements, runStatementCases } from './statement-cases.ts';

const said = 'Les prix vont baisser dès la rentrée';

describe('French quotations', () => {
  runStatementCases('fr', [
    [
      'before an inverted verb and a name with its description',
      '« Le plan est mort », a déclaré Anne Petit, directrice générale de Nuage, lundi.',
      {
        content: '« Le plan est mort »',
        kind: 'direct',
        name: 'Anne Petit',
        role: 'directrice générale',
        organisation: 'Nuage',
        cue: 'a déclaré',
      },
    ],
    [
      'before a verb in the present',
      '« Le plan est mort », explique Anne Petit.',
      { content: '« Le plan est mort »', kind: 'direct', by: 'Anne Petit', cue: 'explique' },
    ],
    [
      'with straight marks',
      '"Le plan est mort", affirme Anne Petit.',
      { content: '"Le plan est mort"', kind: 'direct', name: 'Anne Petit' },
    ],
    [
      'with the marks set tight',
      '«Le plan est mort», a ajouté Paul Roux.',
      { content: '«Le plan est mort»', name: 'Paul Roux' },
    ],
    [
      'after a colon',
      'Anne Petit prévient : « Nous n’attendrons pas. »',
      { content: '« Nous n’attendrons pas. »', kind: 'direct', name: 'Anne Petit', cue: 'prévient' },
    ],
    [
      'over several sentences inside one pair of marks',
      '« Le plan est mort. Personne ne le pleure », a déclaré Anne Petit.',
      { content: '« Le plan est mort. Personne ne le pleure »', kind: 'direct', name: 'Anne Petit' },
    ],
    [
      'that go on after the tag',
      '« Le plan est mort », a déclaré Anne Petit. « Personne ne le pleure. »',
      { content: '« Personne ne le pleure. »', name: 'Anne Petit', carried: true },
    ],
    [
      'in two parts around the tag',
      '« Les puces, estime Anne Petit, ne sont pas le problème », et « les prix de nos serveurs vont encore baisser ».',
    ],
    [
      'over paragraphs',
      'Anne Petit raconte : « Le plan est mort.\n\n« Personne ne le pleure aujourd’hui. »',
      { content: '« Le plan est mort.', name: 'Anne Petit' },
      { content: '« Personne ne le pleure aujourd’hui. »', name: 'Anne Petit', carried: true },
    ],
    [
      'with a quotation inside',
      '« Il nous a dit “rentrez chez vous” puis il est parti », raconte Anne Petit.',
      { content: '« Il nous a dit “rentrez chez vous” puis il est parti »', kind: 'direct', name: 'Anne Petit' },
    ],
    [
      'with a question before the tag',
      '« Qui va payer ? », a demandé Anne Petit.',
      { content: '« Qui va payer ? »', kind: 'direct', name: 'Anne Petit' },
    ],
    [
      'with verb and pronoun in one word',
      'Anne Petit dirige Nuage. « Le plan est mort », regrette-t-elle.',
      { content: '« Le plan est mort »', by: 'elle', name: 'Anne Petit', cue: 'regrette-t-elle' },
    ],
    [
      'with an auxiliary and a pronoun',
      'Paul Roux a quitté la salle. « Le plan est mort », a-t-il ajouté.',
      { content: '« Le plan est mort »', by: 'il', name: 'Paul Roux', cue: 'a-t-il ajouté' },
    ],
    [
      'with a reflexive verb',
      '« Le plan est mort », s’est félicité Paul Roux.',
      { content: '« Le plan est mort »', name: 'Paul Roux' },
    ],
    [
      'with a role instead of a name',
      '« Le plan est mort », a déclaré un porte-parole de Nuage.',
      { content: '« Le plan est mort »', name: undefined, role: 'porte-parole', organisation: 'Nuage' },
    ],
    [
      'with the day before the speaker',
      '« Le plan est mort », a déclaré mardi le ministre de l’Économie, Paul Roux.',
      { content: '« Le plan est mort »', name: 'Paul Roux', role: 'ministre de l’Économie' },
    ],
  ]);

  it('are not made of terms in marks', () => {
    expect(readStatements('Le texte parle de « cloud de confiance » et de « boîtes noires ».', 'fr')).toEqual([]);
  });

  it('have no speaker where the text names none', () => {
    const [one] = readStatements('« Il faut construire ici et maintenant, sans attendre. » Le mur était gris.', 'fr');
    expect(one?.kind).toBe('direct');
    expect(one?.speaker).toBeUndefined();
  });
});

describe('French mixed and indirect statements', () => {
  runStatementCases('fr', [
    [
      'a déclaré que',
      'Anne Petit a déclaré que le plan était mort.',
      { content: 'que le plan était mort', kind: 'indirect', name: 'Anne Petit', cue: 'a déclaré' },
    ],
    [
      'with an adverb in the verb',
      'Anne Petit a également souligné que le plan était mort.',
      { content: 'que le plan était mort', name: 'Anne Petit' },
    ],
    [
      'with a description between commas',
      'Anne Petit, directrice générale de Nuage, estime que les prix vont baisser.',
      { content: 'que les prix vont baisser', name: 'Anne Petit', role: 'directrice générale', organisation: 'Nuage' },
    ],
    [
      'behind an opening phrase',
      'Dans un communiqué publié lundi, la Commission européenne affirme que le plan est mort.',
      { content: 'que le plan est mort', name: 'Commission européenne', by: 'la Commission européenne' },
    ],
    [
      'selon, in front',
      `Selon Anne Petit, ${said.toLowerCase()}.`,
      { content: said.toLowerCase(), kind: 'indirect', name: 'Anne Petit', cue: 'Selon' },
    ],
    ['selon, at the end', `${said}, selon Anne Petit.`, { content: said, name: 'Anne Petit' }],
    [
      'd’après a report',
      `D’après une étude de Forrester, ${said.toLowerCase()}.`,
      { content: said.toLowerCase(), name: undefined, organisation: 'Forrester' },
    ],
    ['an inverted verb without marks', `${said}, a assuré Paul Roux.`, { content: said, name: 'Paul Roux' }],
    [
      'a tag with a pronoun',
      'Anne Petit est prudente. Les prix vont baisser, assure-t-elle.',
      { content: 'Les prix vont baisser', by: 'elle', name: 'Anne Petit' },
    ],
    [
      'dit and an infinitive',
      'Paul Roux dit craindre une nouvelle hausse des prix.',
      { content: 'craindre une nouvelle hausse des prix', name: 'Paul Roux' },
    ],
    [
      'promet de',
      'La ministre Anne Petit promet de baisser les prix.',
      { content: 'de baisser les prix', name: 'Anne Petit', role: 'ministre' },
    ],
    [
      'annonce and an object',
      'Nuage a annoncé la fermeture de deux sites.',
      { content: 'la fermeture de deux sites', name: 'Nuage' },
    ],
    [
      'a mixed clause',
      'Paul Roux estime que le plan est « une perte de temps ».',
      { content: 'que le plan est « une perte de temps »', kind: 'mixed', name: 'Paul Roux' },
    ],
    [
      'dénonce and a term in marks',
      'L’association Nuage libre dénonce « un coup porté à la concurrence ».',
      { content: '« un coup porté à la concurrence »', kind: 'direct' },
    ],
    [
      'a participle behind another cue',
      'Paul Roux a déclaré que le plan était mort, ajoutant que personne ne paierait.',
      { content: 'que le plan était mort', name: 'Paul Roux' },
      { content: 'que personne ne paierait', name: 'Paul Roux', cue: 'ajoutant' },
    ],
    [
      'two speakers in one sentence',
      'Anne Petit estime que les prix vont baisser, tandis que Paul Roux juge que rien ne changera.',
      { content: 'que les prix vont baisser', name: 'Anne Petit' },
      { content: 'que rien ne changera', name: 'Paul Roux' },
    ],
    [
      'comme l’a souligné',
      'Comme l’a souligné Anne Petit, les prix vont baisser.',
      { content: 'les prix vont baisser', name: 'Anne Petit' },
    ],
    [
      'a relative clause',
      'Le projet inquiète Paul Roux, qui redoute que les prix montent.',
      { content: 'que les prix montent', name: 'Paul Roux' },
    ],
    [
      'fait savoir',
      'Nuage a fait savoir que le site resterait ouvert.',
      { content: 'que le site resterait ouvert', name: 'Nuage', cue: 'a fait savoir' },
    ],
    [
      'met en garde contre',
      'Anne Petit met en garde contre une dépendance durable.',
      { content: 'contre une dépendance durable', name: 'Anne Petit', cue: 'met en garde' },
    ],
    [
      'convaincu que',
      'Paul Roux est convaincu que les prix vont baisser.',
      { content: 'que les prix vont baisser', name: 'Paul Roux' },
    ],
    [
      'pour, before a comma',
      'Pour Anne Petit, le plan est mort.',
      { content: 'le plan est mort', name: 'Anne Petit', cue: 'Pour' },
    ],
  ]);

  it('are not made of what somebody did not say', () => {
    expect(readStatements('Nuage n’a pas confirmé que le site fermerait.', 'fr')).toEqual([]);
  });

  it('are not made of nouns that look like verbs, nor of what merely depends', () => {
    expect(
      readStatements(
        'La note de la banque est bonne. Le prix varie selon la taille. Pour Nuage, c’est un échec.',
        'fr',
      ),
    ).toEqual([]);
  });

  it('are not made of the passive without an agent', () => {
    expect(readStatements('La fermeture a été annoncée lundi à Lyon.', 'fr')).toEqual([]);
  });
});

describe('who speaks in French', () => {
  runStatementCases('fr', [
    [
      'a role with its body, then the name',
      'La présidente de la Commission européenne, Anne Petit, a déclaré que le plan était mort.',
      {
        content: 'que le plan était mort',
        name: 'Anne Petit',
        role: 'présidente',
        organisation: 'Commission européenne',
      },
    ],
    [
      'a role with an elided company',
      '« Le plan est mort », a déclaré le PDG d’OVHcloud, Octave Klaba.',
      { content: '« Le plan est mort »', name: 'Octave Klaba', role: 'PDG', organisation: 'OVHcloud' },
    ],
    [
      'a role and a name without a comma',
      'L’analyste Xiu Li estime que les prix vont baisser.',
      { content: 'que les prix vont baisser', name: 'Xiu Li', role: 'analyste' },
    ],
    [
      'a name on no list with its description',
      'Pouria Kerim, analyste chez Forrester, estime que les prix vont baisser.',
      { content: 'que les prix vont baisser', name: 'Pouria Kerim', role: 'analyste', organisation: 'Forrester' },
    ],
    [
      'a surname later',
      'Anne Petit, directrice de Nuage, a ouvert le site. Mme Petit estime que les prix vont baisser.',
      {
        content: 'que les prix vont baisser',
        by: 'Mme Petit',
        name: 'Anne Petit',
        role: 'directrice',
        organisation: 'Nuage',
      },
    ],
    [
      'a title later',
      'La ministre de l’Économie, Anne Petit, a visité le site. La ministre estime que les prix vont baisser.',
      { content: 'que les prix vont baisser', by: 'La ministre', name: 'Anne Petit' },
    ],
    [
      'a pronoun by gender',
      'Paul Roux a rencontré Anne Petit à Lyon. Elle estime que les prix vont baisser. Il assure que rien ne changera.',
      { content: 'que les prix vont baisser', name: 'Anne Petit' },
      { content: 'que rien ne changera', name: 'Paul Roux' },
    ],
    [
      'a public body',
      'Le ministère de l’Économie a indiqué que le site fermerait.',
      { content: 'que le site fermerait', name: 'ministère de l’Économie' },
    ],
    [
      'the body again by its noun',
      'Le ministère de l’Économie a ouvert le site. Le ministère précise que les prix vont baisser.',
      { content: 'que les prix vont baisser', name: 'ministère de l’Économie' },
    ],
    [
      'a company behind what it is',
      'L’éditeur français Nuage affirme que les prix vont baisser.',
      { content: 'que les prix vont baisser', name: 'Nuage' },
    ],
    [
      'whose lawyer speaks',
      'L’avocat de Jean Petit affirme que le procès est nul.',
      { content: 'que le procès est nul', name: undefined, role: 'avocat' },
    ],
  ]);

  it('is left open when two could be meant', () => {
    const [one] = readStatements(
      'Marie Roux a rencontré Anne Petit à Lyon. Elle estime que les prix vont baisser.',
      'fr',
    );
    expect(one?.text).toBe('que les prix vont baisser');
    expect(one?.speaker?.name).toBeUndefined();
  });

  it('is nobody for “on”', () => {
    const [one] = readStatements('« Le plan est mort depuis longtemps », dit-on à Lyon.', 'fr');
    expect(one?.speaker).toBeUndefined();
  });
});

describe('the outlet in French', () => {
  runStatementCases('fr', [
    [
      'à l’AFP',
      'Anne Petit a déclaré à l’AFP que les prix vont baisser.',
      { content: 'que les prix vont baisser', name: 'Anne Petit', via: 'AFP' },
    ],
    [
      'a confié au Monde',
      'Anne Petit a confié au Monde que les prix vont baisser.',
      { content: 'que les prix vont baisser', name: 'Anne Petit', via: 'Le Monde' },
    ],
    [
      'told before the name',
      '« Le plan est mort », a confié à Reuters Anne Petit.',
      { content: '« Le plan est mort »', name: 'Anne Petit', via: 'Reuters' },
    ],
    [
      'on the radio',
      '« Le plan est mort », a affirmé Paul Roux sur France Inter.',
      { content: '« Le plan est mort »', name: 'Paul Roux', via: 'France Inter' },
    ],
    [
      'the outlet itself',
      'Selon Le Monde, le plan est mort depuis mai.',
      { content: 'le plan est mort depuis mai', name: 'Le Monde', via: undefined },
    ],
  ]);
});
