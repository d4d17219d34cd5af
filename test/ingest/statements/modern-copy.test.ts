import { describe, expect, it } from 'vitest';
import { readStatements, runStatementCases } from './statement-cases.ts';

const speakers = (text: string): (string | undefined)[] => readStatements(text, 'en').map((one) => one.speaker?.name);

describe('datelines, bylines, credits and labels', () => {
  runStatementCases('en', [
    [
      'a place in capitals with an agency is no part of what is said',
      'BRUSSELS (Reuters) — The cloud plan will come in June, Henna Lund said on Monday.',
      { content: 'The cloud plan will come in June', name: 'Henna Lund' },
    ],
    [
      'a place in capitals alone',
      'MARSEILLE - The harbour will get a data centre, Paul Roux said.',
      { content: 'The harbour will get a data centre', name: 'Paul Roux' },
    ],
    [
      'a place in capitals with a date',
      'BRUSSELS, June 3 – “We will build it here,” the minister said.',
      { content: '“We will build it here,”', kind: 'direct', name: undefined, role: 'minister' },
    ],
    [
      'a place in capitals with a date between dashes',
      'BRUSSELS – 12 May 2026 – The site opens in June, Anna Berg said.',
      { content: 'The site opens in June', name: 'Anna Berg' },
    ],
    [
      'a place in small letters with a date and an agency',
      'Paris, June 3 (Reuters) - France will not wait, Paul Roux said on Tuesday.',
      { content: 'France will not wait', name: 'Paul Roux' },
    ],
    [
      'a word before a dash that is no dateline stays',
      'Chips – not power – are the limit, Paul Roux said.',
      { content: 'Chips – not power – are the limit', name: 'Paul Roux' },
    ],
  ]);

  it('a photo credit names nobody in the story', () => {
    expect(speakers('Photo: Anna Berg / Nimbus\n\n“It is far too late,” she said.')).toEqual([undefined]);
  });

  it('a mere label is no speaker', () => {
    expect(speakers('Key quote: “The market is small and slow.”')).toEqual([undefined]);
    expect(speakers('Question: “Who pays for all of this?”')).toEqual([undefined]);
  });

  it('a place behind a preposition is not who asked', () => {
    const names = speakers('Officials in Brussels, who asked for patience, said talks would go on.');
    expect(names).not.toContain('Brussels');
  });

  it('a quantity is no organisation', () => {
    const [one] = readStatements('Several analysts believe that prices will fall.', 'en');
    expect(one?.speaker?.organisation).toBeUndefined();
  });
});

describe('names before a colon', () => {
  runStatementCases('en', [
    [
      'a surname and single marks',
      "Lévy: 'The plan is dead and buried.'",
      { content: "'The plan is dead and buried.'", name: 'Lévy' },
    ],
    [
      'a full name',
      'Anna Berg: “We will build it here.”',
      { content: '“We will build it here.”', kind: 'direct', name: 'Anna Berg' },
    ],
    [
      'in a list, with the house in brackets',
      'Voices\n\n- Anna Berg (Nimbus): “We will build it here.”\n- Tom Vance (Foresight): “It will cost more.”',
      { content: '“We will build it here.”', name: 'Anna Berg', organisation: 'Nimbus' },
      { content: '“It will cost more.”', name: 'Tom Vance', organisation: 'Foresight' },
    ],
    [
      'in a list, with what they are behind a comma',
      'Voices\n\n- Anna Berg, Nimbus: “We will build it here.”\n- Henna Lund, Commission: “Rules must be kept.”',
      { content: '“Rules must be kept.”', name: 'Henna Lund', carried: false },
    ],
    [
      'a house in a brief that the text speaks of elsewhere',
      'Foresight Research has tracked the market for years.\n\n- Foresight Research: The market is small, and it will remain so.',
      { content: 'The market is small, and it will remain so.', kind: 'indirect', name: 'Foresight Research' },
    ],
    [
      'turns of a transcript, by surname in capitals',
      'Anna Berg leads Nimbus.\n\nINTERVIEWER: Is the plan dead?\n\nBERG: The plan lives on in the budget. The firms will pay for it.',
      { content: 'The plan lives on in the budget.', name: 'Anna Berg', carried: false },
      { content: 'The firms will pay for it.', name: 'Anna Berg', carried: true },
    ],
    [
      'an answer under a full name',
      'Our talk\n\nQ: Why does it matter?\n\nAnna Berg: It matters because smaller firms need a choice.',
      { content: 'It matters because smaller firms need a choice.', name: 'Anna Berg' },
    ],
  ]);

  it('subjects of a list are no speakers', () => {
    const text = 'Findings\n\n- Cost: The price has doubled since the spring.\n- Energy: The grid is too weak for it.';
    expect(readStatements(text, 'en').filter((one) => one.speaker !== undefined)).toEqual([]);
  });

  it('questions and answers without names have no speaker', () => {
    expect(speakers('Our talk\n\nQ: Is the plan dead?\nA: No, it lives on in the budget.').filter(Boolean)).toEqual([]);
  });

  it('a table of figures is no transcript', () => {
    expect(readStatements('Results\n\nBerg: 1,769.\n\nRoux: 2,316.\n\nBerg: 12.', 'en')).toEqual([]);
  });
});

describe('lines that sign a quotation', () => {
  const expected = { content: '“The market is small.”', kind: 'direct', name: 'Charlie Dorn' } as const;
  runStatementCases('en', [
    [
      'under a block quotation that keeps its marks',
      '> “The market is small.”\n> — Charlie Dorn, analyst at Foresight',
      { ...expected, role: 'analyst', organisation: 'Foresight' },
    ],
    [
      'in the next paragraph',
      '“The market is small.”\n\n— Charlie Dorn, Principal Analyst, Foresight',
      { ...expected, role: 'Principal Analyst', organisation: 'Foresight' },
    ],
    ['behind the quotation', '“The market is small.” — Charlie Dorn, analyst at Foresight', expected],
    [
      'behind a quotation without a full stop',
      '“We will build it here” – Anna Berg, CEO, Nimbus',
      { content: '“We will build it here”', name: 'Anna Berg', role: 'CEO', organisation: 'Nimbus' },
    ],
    [
      'under a block quotation without quotation marks',
      'A word on the market\n\nThe market is small and will stay so.\n\n— Charlie Dorn, Principal Analyst, Foresight',
      { content: 'The market is small and will stay so.', kind: 'direct', name: 'Charlie Dorn' },
    ],
  ]);

  it('a closing note behind a dash signs nothing', () => {
    const text = 'The market is small.\n\n— With reporting by Carla Winter, Paris';
    expect(readStatements(text, 'en').filter((one) => one.speaker?.name === 'Carla Winter')).toEqual([]);
  });
});

describe('press releases and company posts', () => {
  runStatementCases('en', [
    [
      'a quotation that goes on behind the cue',
      'BRUSSELS – 12 May 2026 – Nimbus Cloud has a third site. “We build for Europe,” said Anna Berg, CEO of Nimbus Cloud. “More will follow.”',
      { content: '“We build for Europe,”', name: 'Anna Berg', role: 'CEO', organisation: 'Nimbus Cloud' },
      { content: '“More will follow.”', name: 'Anna Berg', carried: true },
    ],
    [
      'a quotation that runs over paragraphs behind the cue',
      '“Europe needs its own cloud,” said Anna Berg, CEO of Nimbus. “We start in June.\n\n“More sites follow next year.”',
      { content: '“We start in June.', name: 'Anna Berg', carried: true },
      { content: '“More sites follow next year.”', name: 'Anna Berg', carried: true },
    ],
    [
      'a founder in the first person plural',
      'Today we open our third site. “It is a big day for us,” our founder Anna Berg says.',
      { content: '“It is a big day for us,”', name: 'Anna Berg', role: 'founder' },
    ],
    [
      'what “we” believe has no name',
      'We believe that Europe needs its own cloud.',
      { content: 'that Europe needs its own cloud', by: 'We', name: undefined, organisation: undefined },
    ],
    [
      'nor in a house that is named beside it',
      'At Nimbus, we believe that Europe needs its own cloud.',
      { content: 'that Europe needs its own cloud', by: 'we', name: undefined, organisation: undefined },
    ],
  ]);
});

describe('texts that break off', () => {
  runStatementCases('en', [
    [
      'inside a quotation, without a sign',
      'Anna Berg said: “The plan is dead and nobody will',
      { content: '“The plan is dead and nobody will', kind: 'direct', name: 'Anna Berg' },
    ],
    [
      'inside a quotation, with dots in brackets',
      'Anna Berg told reporters: “The rules could cost smaller firms a lot [...]',
      { content: '“The rules could cost smaller firms a lot [...]', kind: 'direct', name: 'Anna Berg' },
    ],
    [
      'inside a quotation, with an ellipsis, at its beginning',
      '“The plan is dead and nobody mourns it…',
      { content: '“The plan is dead and nobody mourns it…', kind: 'direct', name: undefined },
    ],
    [
      'inside a clause',
      'Nimbus Cloud CEO Anna Berg warned that the rules could cost smaller firms...',
      {
        content: 'that the rules could cost smaller firms',
        name: 'Anna Berg',
        role: 'CEO',
        organisation: 'Nimbus Cloud',
      },
    ],
  ]);

  it('a mark for inches or minutes opens no quotation', () => {
    expect(
      readStatements('The rack is 19" wide and the door is 24 inches', 'en').filter((one) => one.kind === 'direct'),
    ).toEqual([]);
  });
});

describe('speakers with role and house', () => {
  const content = 'the market is small';
  runStatementCases('en', [
    [
      'role at a house, behind',
      `Charlie Dorn, Principal Analyst at Foresight, said ${content}.`,
      { content, name: 'Charlie Dorn', role: 'Principal Analyst', organisation: 'Foresight' },
    ],
    [
      'house and role before',
      `Foresight principal analyst Charlie Dorn said ${content}.`,
      { content, name: 'Charlie Dorn', role: 'principal analyst', organisation: 'Foresight' },
    ],
    [
      'a field behind the role',
      `Foresight’s vice president of research, Charlie Dorn, said ${content}.`,
      { content, name: 'Charlie Dorn', role: 'vice president of research', organisation: 'Foresight' },
    ],
    [
      'house in brackets',
      `Charlie Dorn (Foresight) said ${content}.`,
      { content, name: 'Charlie Dorn', organisation: 'Foresight' },
    ],
    [
      'party and state in brackets are no house',
      `Charlie Dorn (D-R.I.) said ${content}.`,
      { content, name: 'Charlie Dorn', organisation: undefined },
    ],
    [
      'who leads what where',
      `Charlie Dorn, who leads cloud research at Foresight, said ${content}.`,
      { content, name: 'Charlie Dorn', organisation: 'Foresight' },
    ],
    [
      'a house that the text has spoken of, in the possessive',
      `Foresight Research sells reports. Foresight Research’s Charlie Dorn said ${content}.`,
      { content, name: 'Charlie Dorn', organisation: 'Foresight Research' },
    ],
    ['a role alone', `The analyst firm’s director said ${content}.`, { content, name: undefined, role: 'director' }],
    [
      'a spokesperson for a house',
      `A spokesperson for Nimbus said ${content}.`,
      { content, name: undefined, role: 'spokesperson', organisation: 'Nimbus' },
    ],
    [
      'officials of a house',
      `Officials at the Commission said ${content}.`,
      { content, name: undefined, organisation: 'Commission' },
    ],
  ]);
});

describe('outlets in all forms', () => {
  runStatementCases('en', [
    [
      'cited by',
      '“The plan is dead,” Anna Berg, cited by Reuters, said.',
      { content: '“The plan is dead,”', name: 'Anna Berg', via: 'Reuters' },
    ],
    [
      'a report by an outlet on what a person said',
      'According to a report by Bloomberg, Anna Berg said the plan is dead.',
      { content: 'the plan is dead', name: 'Anna Berg', via: 'Bloomberg' },
    ],
    [
      'speaking to',
      'Speaking to CNBC, Anna Berg said the plan would go on.',
      { content: 'the plan would go on', name: 'Anna Berg', via: 'CNBC' },
    ],
    [
      'a statement to',
      'In a statement to Reuters, Nimbus said it had fixed the fault.',
      { content: 'it had fixed the fault', name: 'Nimbus', via: 'Reuters' },
    ],
    [
      'told a reporter of',
      '“The plan is dead,” Anna Berg told Politico’s Tom Hale.',
      { content: '“The plan is dead,”', name: 'Anna Berg', via: 'Politico' },
    ],
    [
      'what an outlet reports itself',
      'The Financial Times reported on Monday that the Commission plans to delay the rules.',
      { content: 'that the Commission plans to delay the rules', name: 'The Financial Times' },
    ],
  ]);

  it('whom an outlet cites is no content', () => {
    const texts = readStatements('Nimbus has fixed the fault, Reuters reported, citing a spokesperson.', 'en').map(
      (one) => one.text,
    );
    expect(texts).toEqual(['Nimbus has fixed the fault']);
  });
});

describe('clauses around partial quotations', () => {
  runStatementCases('en', [
    [
      'a clause before the speaker goes on in the quotation',
      'In such cases, the ministry said, “the owner pays for all of it.”',
      { content: 'In such cases', kind: 'mixed' },
      { content: '“the owner pays for all of it.”', kind: 'mixed' },
    ],
    [
      'the whole clause is one content',
      'Anna Berg said that the plan “has no friends” in Brussels.',
      { content: 'that the plan “has no friends” in Brussels', kind: 'mixed', name: 'Anna Berg' },
    ],
    [
      'joined by a conjunction',
      'Anna Berg called the plan “dead” and “buried”.',
      { content: 'the plan “dead” and “buried”', kind: 'mixed', name: 'Anna Berg' },
    ],
    [
      'a passive with its agent',
      'The plan was described by Anna Berg as “a waste of money”.',
      { content: 'as “a waste of money”', name: 'Anna Berg' },
    ],
  ]);

  it('what somebody did not say is no content', () => {
    expect(readStatements('Nimbus has not confirmed that the site is closed.', 'en')).toEqual([]);
  });
});

describe('statements that go on', () => {
  const general = 'However, competitiveness depends on more than training';
  it('are carried for a person whom the text introduces', () => {
    const text = `Charlie Dorn, an analyst at Foresight, said training is not enough. ${general}.`;
    const carried = readStatements(text, 'en').filter((one) => one.carried);
    expect(carried.map((one) => [one.text, one.speaker?.name])).toEqual([[general, 'Charlie Dorn']]);
  });

  it('are not carried into what happened, nor for a mere role', () => {
    const carried = (text: string) => readStatements(text, 'en').filter((one) => one.carried);
    expect(
      carried('Charlie Dorn, an analyst at Foresight, said training is not enough. Shares of Nimbus fell on Monday.'),
    ).toEqual([]);
    expect(carried(`The minister said the plan was dead. ${general}.`)).toEqual([]);
  });
});
