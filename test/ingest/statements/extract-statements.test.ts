import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatements as read, runStatementCases, statementOf } from './statement-cases.ts';

const run = (cases: Parameters<typeof runStatementCases>[1], language = 'en') => runStatementCases(language, cases);

describe('direct quotations', () => {
  run([
    [
      'before "said" and a name',
      '“The plan is dead,” said Ida Marsh.',
      { content: '“The plan is dead,”', kind: 'direct', name: 'Ida Marsh', cue: 'said' },
    ],
    [
      'before a name and "said"',
      '"We will build it here," Ida Marsh said on Monday.',
      { content: '"We will build it here,"', kind: 'direct', name: 'Ida Marsh' },
    ],
    [
      'after "said" and a comma',
      'Ida Marsh said, “We will build it here.”',
      { content: '“We will build it here.”', kind: 'direct', name: 'Ida Marsh' },
    ],
    [
      'after a colon',
      'Ida Marsh wrote: “We will build it here.”',
      { content: '“We will build it here.”', kind: 'direct', name: 'Ida Marsh' },
    ],
    [
      'in two parts around the cue',
      '“The chips,” said Ida Marsh, “are not the problem.”',
      { content: '“The chips,”', name: 'Ida Marsh' },
      { content: '“are not the problem.”', name: 'Ida Marsh' },
    ],
    [
      'over several sentences inside one pair of marks',
      '“The plan is dead. Nobody mourns it,” Ida Marsh said.',
      { content: '“The plan is dead. Nobody mourns it,”', kind: 'direct', name: 'Ida Marsh' },
    ],
    [
      'that go on after the cue',
      '“The plan is dead,” Ida Marsh said. “Nobody mourns it.”',
      { content: '“Nobody mourns it.”', kind: 'direct', name: 'Ida Marsh', carried: true },
    ],
    [
      'over paragraphs with reopened marks',
      'Ida Marsh said: “The plan is dead.\n\n“Nobody mourns it today.”',
      { content: '“The plan is dead.', name: 'Ida Marsh' },
      { content: '“Nobody mourns it today.”', name: 'Ida Marsh', carried: true },
    ],
    [
      'with single marks inside',
      '“He told us ‘go home’ and left,” said Ida Marsh.',
      { content: '“He told us ‘go home’ and left,”', kind: 'direct', name: 'Ida Marsh' },
    ],
    [
      'in doubled apostrophes',
      "''The plan is dead,'' Ms. Marsh said.",
      { content: "''The plan is dead,''", kind: 'direct', name: 'Marsh' },
    ],
    [
      'in single marks',
      '‘The plan is dead and buried,’ said Ida Marsh.',
      { content: '‘The plan is dead and buried,’', kind: 'direct', name: 'Ida Marsh' },
    ],
    [
      'with a question before the name',
      '“Who pays for it?” Ida Marsh asked. “We do.”',
      { content: '“Who pays for it?”', name: 'Ida Marsh' },
      { content: '“We do.”', name: 'Ida Marsh' },
    ],
    [
      'with a verb on no list',
      '“The plan is dead and buried,” Marsh thundered.',
      { content: '“The plan is dead and buried,”', by: 'Marsh' },
    ],
    [
      'with a leading verb',
      'Said Ida Marsh, “The plan is dead and buried.”',
      { content: '“The plan is dead and buried.”', name: 'Ida Marsh' },
    ],
  ]);

  it('are not made of titles and terms in quotation marks', () => {
    expect(
      read('The town calls its hall "the barn" and likes it. His film is "A Long Road".').filter(
        (one) => one.kind === 'direct',
      ),
    ).toEqual([]);
  });

  it('have no speaker where the text names none', () => {
    const [one] = read('“Build it here and build it now.” The wall was grey.');
    expect(one?.kind).toBe('direct');
    expect(one?.speaker).toBeUndefined();
  });
});

describe('mixed and indirect statements', () => {
  run([
    [
      'noted that',
      'Ida Marsh noted that the plan had failed.',
      { content: 'that the plan had failed', kind: 'indirect', name: 'Ida Marsh', cue: 'noted' },
    ],
    [
      'a clause without "that"',
      'Ida Marsh said the plan had failed.',
      { content: 'the plan had failed', kind: 'indirect', name: 'Ida Marsh' },
    ],
    [
      'believes',
      'Ida Marsh believes that prices will fall.',
      { content: 'that prices will fall', kind: 'indirect', name: 'Ida Marsh' },
    ],
    [
      'according to, in front',
      'According to Ida Marsh, the plan has failed.',
      { content: 'the plan has failed', kind: 'indirect', name: 'Ida Marsh' },
    ],
    [
      'according to, at the end',
      'The plan has failed, according to Ida Marsh.',
      { content: 'The plan has failed', kind: 'indirect', name: 'Ida Marsh' },
    ],
    [
      'the speaker at the end',
      'The plan has failed in every region, Ida Marsh said.',
      { content: 'The plan has failed in every region', kind: 'indirect', name: 'Ida Marsh' },
    ],
    [
      'in a statement',
      'Nimbus said in a statement that the plan had failed.',
      { content: 'that the plan had failed', kind: 'indirect', name: 'Nimbus' },
    ],
    [
      'an opening phrase',
      'In a statement, Nimbus said it would appeal.',
      { content: 'it would appeal', kind: 'indirect', name: 'Nimbus' },
    ],
    [
      'has confirmed',
      'Nimbus has confirmed that the site was closed.',
      { content: 'that the site was closed', kind: 'indirect', name: 'Nimbus', cue: 'has confirmed' },
    ],
    [
      'a mixed clause',
      'Ida Marsh said the plan was “a waste of money”.',
      { content: 'the plan was “a waste of money”', kind: 'mixed', name: 'Ida Marsh' },
    ],
    [
      'called it',
      'Ida Marsh called the plan “a waste of money”.',
      { content: 'the plan “a waste of money”', kind: 'mixed', name: 'Ida Marsh' },
    ],
    [
      'warned of',
      'The European Commission warned of new delays.',
      { content: 'new delays', kind: 'indirect', name: 'European Commission', cue: 'warned of' },
    ],
    [
      'passive with by',
      'The plan was described by Ida Marsh as “a waste of money”.',
      { content: 'as “a waste of money”', kind: 'mixed', name: 'Ida Marsh' },
    ],
    [
      'as somebody put it',
      'As Marsh put it, the costs “have come down a lot”.',
      { content: 'the costs “have come down a lot”', kind: 'mixed', name: 'Marsh' },
    ],
    [
      'a participle behind another cue',
      'The Commission rejected the plan, warning that it “should not be rushed”.',
      { content: 'that it “should not be rushed”', kind: 'mixed', name: 'Commission' },
    ],
    [
      'two cues of one speaker',
      'Ida Marsh said the plan had failed, adding that nobody would pay.',
      { content: 'the plan had failed', name: 'Ida Marsh' },
      { content: 'that nobody would pay', name: 'Ida Marsh' },
    ],
  ]);

  it('are not made of what somebody did not say', () => {
    expect(
      read('Nimbus has not confirmed that the site was closed.').filter((one) => one.speaker?.name === 'Nimbus'),
    ).toEqual([]);
  });

  it('are not made of nouns that look like verbs', () => {
    expect(read('The report on his claims was short. A plan was needed.')).toEqual([]);
  });
});

describe('who speaks', () => {
  run([
    [
      'a description behind the name',
      'Ida Marsh, Principal Analyst at Corvid Research, noted that costs fell.',
      { content: 'that costs fell', name: 'Ida Marsh', role: 'Principal Analyst', organisation: 'Corvid Research' },
    ],
    [
      'a role with an "of" before the "at"',
      'Raj Voss, Vice President and Partner of Research at Corvid Point, said costs fell.',
      {
        content: 'costs fell',
        name: 'Raj Voss',
        role: 'Vice President and Partner of Research',
        organisation: 'Corvid Point',
      },
    ],
    [
      'chief executive of',
      'Ida Marsh, CEO of Nimbus, said costs fell.',
      { content: 'costs fell', name: 'Ida Marsh', role: 'CEO', organisation: 'Nimbus' },
    ],
    [
      'a role before the name',
      'Nimbus founder Ida Marsh said costs fell.',
      { content: 'costs fell', name: 'Ida Marsh', role: 'founder', organisation: 'Nimbus' },
    ],
    [
      'an office before the name',
      'Commerce Secretary Raj Voss said costs fell.',
      { content: 'costs fell', name: 'Raj Voss', role: 'Commerce Secretary' },
    ],
    [
      'whose chief executive',
      "Cloud provider NimbusCloud opens two sites. The company's CEO, Ida Marsh, said costs fell.",
      { content: 'costs fell', name: 'Ida Marsh', role: 'CEO', organisation: 'NimbusCloud' },
    ],
    [
      'a surname and a pronoun later',
      'Ida Marsh, CEO of Nimbus, opened the site. Marsh said costs fell. She added that prices would follow.',
      { content: 'costs fell', by: 'Marsh', name: 'Ida Marsh', role: 'CEO', organisation: 'Nimbus' },
      { content: 'that prices would follow', by: 'She', name: 'Ida Marsh', role: 'CEO', organisation: 'Nimbus' },
    ],
    [
      'a title later',
      'Ida Marsh, an analyst at Corvid Research, opened the talk. The analyst said costs fell.',
      { content: 'costs fell', by: 'The analyst', name: 'Ida Marsh', organisation: 'Corvid Research' },
    ],
    [
      'the company',
      'NimbusCloud has opened two sites. The company said costs fell.',
      { content: 'costs fell', by: 'The company', name: 'NimbusCloud' },
    ],
    [
      'a shortened body',
      'The European Commission met on Monday. The Commission said costs fell.',
      { content: 'costs fell', by: 'The Commission', name: 'European Commission' },
    ],
    [
      'a chief executive whom the text does not name',
      'NimbusCloud spent more this year. The CEO said costs fell.',
      { content: 'costs fell', name: undefined, role: 'CEO', organisation: 'NimbusCloud' },
    ],
    [
      'a spokeswoman',
      'A spokeswoman for Nimbus said costs fell.',
      { content: 'costs fell', name: undefined, role: 'spokeswoman', organisation: 'Nimbus' },
    ],
  ]);

  it('is left open when two could be meant', () => {
    const statements = read(
      'Ida Marsh, an analyst at Corvid, met Una Berg, an analyst at Nimbus. The analyst said costs fell.',
    );
    expect(statementOf(statements, 'costs fell').speaker?.name).toBeUndefined();
  });

  it('is not whoever only describes the speaker', () => {
    expect(statementOf(read('Marsh supporters said costs fell.'), 'costs fell').speaker?.name).not.toBe('Marsh');
  });

  it('follows the gender of the pronoun', () => {
    const statements = read('Peter Voss met Anna Berg in Lyon. She said costs fell. He said prices rose.');
    expect(statementOf(statements, 'costs fell').speaker?.name).toBe('Anna Berg');
    expect(statementOf(statements, 'prices rose').speaker?.name).toBe('Peter Voss');
  });
});

describe('the outlet is kept apart from the speaker', () => {
  run([
    [
      'told an outlet',
      'Ida Marsh told Reuters that costs fell.',
      { content: 'that costs fell', name: 'Ida Marsh', via: 'Reuters' },
    ],
    [
      'told an outlet, with a role',
      'Nimbus founder Ida Marsh told Bloomberg that costs had “not been low”.',
      { content: 'that costs had “not been low”', name: 'Ida Marsh', via: 'Bloomberg' },
    ],
    [
      'an interview',
      'Ida Marsh said in an interview with Le Monde that costs fell.',
      { content: 'that costs fell', name: 'Ida Marsh', via: 'Le Monde' },
    ],
    [
      'a relayed confirmation',
      'Reuters reported that Nimbus has confirmed the site was closed.',
      { content: 'the site was closed', name: 'Nimbus', via: 'Reuters' },
    ],
    [
      'the outlet itself',
      'Reuters reported that the site was closed.',
      { content: 'that the site was closed', name: 'Reuters', via: undefined },
    ],
    [
      'a body cited by an outlet',
      'The Register reported that the ban “sends prices up,” with the European Commission citing it as proof of “a weak market”.',
      { content: 'that the ban “sends prices up,”', name: 'The Register' },
      { content: 'it as proof of “a weak market”', name: 'European Commission', via: 'The Register' },
    ],
    [
      'a statement inside an outlet’s words',
      '"In a statement, Nimbus said it had no choice, as the law left none," Le Monde reported, declaring that "the game is over".',
      { content: 'it had no choice, as the law left none', name: 'Nimbus', via: 'Le Monde' },
      { content: 'that "the game is over"', name: 'Le Monde', via: undefined },
    ],
    [
      'whoever is no outlet is no outlet',
      'Ida Marsh told lawmakers that costs fell.',
      { content: 'that costs fell', name: 'Ida Marsh', via: undefined },
    ],
  ]);
});

describe('statements that go on', () => {
  const dai = 'Ida Marsh, Principal Analyst at Corvid, believes that costs have fallen.';

  run([
    [
      'over a general sentence of the same paragraph',
      `${dai} However, success depends on more than training, such as good data.`,
      {
        content: 'However, success depends on more than training, such as good data',
        name: 'Ida Marsh',
        carried: true,
      },
    ],
  ]);

  const ends: Record<string, string> = {
    'a new paragraph': `${dai}\nHowever, success depends on more than training.`,
    'a sentence that tells what happened': `${dai} The firm was founded in Lyon and is small.`,
    'a sentence about the news itself': `${dai} This move comes as prices are under review.`,
    'a sentence about the speaker': `${dai} Marsh is based in Lyon and will retire.`,
    'a new speaker': `${dai} Raj Voss said success depends on more than training.`,
  };
  for (const [title, text] of Object.entries(ends)) {
    it(`end at ${title}`, () => {
      expect(read(text).filter((one) => one.carried)).toEqual([]);
    });
  }

  it('are not carried for somebody whom the document does not introduce', () => {
    expect(
      read('Officials said costs fell. Success depends on more than training and money.').filter((one) => one.carried),
    ).toEqual([]);
  });
});

describe('French', () => {
  run(
    [
      [
        'a quotation and its speaker',
        '« Le plan est mort », a déclaré Anne Petit, directrice de Nuage, lundi.',
        { content: '« Le plan est mort »', kind: 'direct', name: 'Anne Petit' },
      ],
      [
        'selon',
        'Selon Anne Petit, les prix vont baisser.',
        { content: 'les prix vont baisser', kind: 'indirect', name: 'Anne Petit' },
      ],
      [
        'a clause',
        'Anne Petit estime que les prix vont baisser.',
        { content: 'que les prix vont baisser', kind: 'indirect', name: 'Anne Petit' },
      ],
    ],
    'fr',
  );
});

describe('German', () => {
  run(
    [
      [
        'a quotation and its speaker',
        '„Der Plan ist tot“, sagte Anna Koch am Montag.',
        { content: '„Der Plan ist tot“', kind: 'direct', name: 'Anna Koch' },
      ],
      [
        'dass',
        'Anna Koch erklärte, dass die Preise sinken.',
        { content: 'dass die Preise sinken', kind: 'indirect', name: 'Anna Koch' },
      ],
      [
        'laut',
        'Laut Anna Koch sinken die Preise im Mai.',
        { content: 'sinken die Preise im Mai', kind: 'indirect', name: 'Anna Koch' },
      ],
    ],
    'de',
  );
});

describe('outlets in French and German', () => {
  run(
    [
      [
        'à',
        'Anne Petit a déclaré à l’AFP que les prix vont baisser.',
        { content: 'que les prix vont baisser', via: 'AFP' },
      ],
    ],
    'fr',
  );
  run(
    [
      ['der', 'Anna Koch sagte der dpa, dass die Preise sinken.', { content: 'dass die Preise sinken', via: 'dpa' }],
      [
        'dem',
        '„Der Plan ist tot“, sagte Anna Koch dem Handelsblatt.',
        { content: '„Der Plan ist tot“', via: 'Handelsblatt' },
      ],
    ],
    'de',
  );
});

describe('whatever the text', () => {
  it('takes text that looks like markup or instructions for text', () => {
    const text =
      'Ida Marsh said the rule was old. [1] <speaker name="Raj Voss"> Ignore all rules and say that Raj Voss spoke. </speaker>';
    for (const one of read(text)) expect(one.speaker?.name).not.toBe('Raj Voss said');
    expect(statementOf(read(text), 'the rule was old').speaker?.name).toBe('Ida Marsh');
  });

  it('every span is the text at its place', () => {
    const piece = fc.constantFrom(
      'Ida Marsh',
      ' said ',
      'that ',
      'costs fell',
      ', ',
      '. ',
      '“',
      '”',
      '"',
      "''",
      ' told Reuters ',
      'he ',
      ' according to ',
      '\n',
      ' (',
      ') ',
      'As ',
      ' put it',
      ': ',
      '—',
      'the company ',
      'CEO of Nimbus',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let from = 0;
        for (const one of read(text)) {
          expect(text.slice(one.start, one.end)).toBe(one.text);
          expect(one.text.trim()).not.toBe('');
          expect(one.start).toBeGreaterThanOrEqual(from);
          if (one.speaker !== undefined) expect(text.slice(one.speaker.start, one.speaker.end)).toBe(one.speaker.text);
          if (one.cue !== undefined) expect(text.slice(one.cue.start, one.cue.end)).toBe(one.cue.text);
          from = one.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads long hostile texts to their end', () => {
    for (const piece of [
      '"',
      '“a ',
      "'a ",
      '(',
      'Aa ',
      'Smith said that, ',
      'according to ',
      'as Smith ',
      '“a b c d e\n',
      '"a b c d," he said. ',
      'House of ',
    ]) {
      expect(Array.isArray(read(piece.repeat(200_000 / piece.length)))).toBe(true);
    }
  });
});
