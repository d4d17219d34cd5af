import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../src/retrieval/parse-question.ts';
import type { Question } from '../../src/retrieval/question.ts';
import { splitQuestions } from '../../src/retrieval/split-questions.ts';

/** A Thursday. */
const NOW = new Date('2026-06-18T08:00:00Z');
const parse = (text: string) => parseQuestion(text, undefined, { now: NOW });

/** What of a parse a table row tells; everything else is not looked at. */
interface Expected {
  readonly time?: string;
  readonly list?: string;
  readonly sides?: readonly string[];
  readonly topic?: string;
  readonly speaker?: string;
  readonly speakerClass?: string;
  readonly kind?: string;
  readonly deed?: string;
  readonly keywords?: boolean;
  readonly terms?: string;
}

/** "2026-06-01..2026-06-30", "newest", "month 6", "after VivaTech". */
function showTime({ time }: Question): string {
  switch (time?.kind) {
    case undefined:
      return '';
    case 'range':
      return `${time.range.from ?? ''}..${time.range.until ?? ''}`;
    case 'recurring':
      return `month ${time.month}${time.day === undefined ? '' : ` day ${time.day}`}`;
    case 'newest':
      return 'newest';
    case 'event':
      return `${time.relation} ${time.event}`;
  }
}

function show(question: Question): Expected {
  const { comparison, speakers, presupposes, terms } = question;
  return {
    time: showTime(question),
    list: question.list?.noun ?? '',
    sides: comparison?.sides ?? [],
    topic: comparison?.topic ?? speakers?.topic ?? '',
    speaker: speakers?.speaker ?? '',
    speakerClass: speakers?.speakerClass ?? '',
    kind: question.expects.kind,
    deed: presupposes === undefined ? '' : (terms[presupposes.verb]?.word ?? ''),
    keywords: question.isKeywords,
    terms: terms.map(({ word }) => word).join(' '),
  };
}

function check(rows: readonly (readonly [string, Expected])[]): void {
  it.each(rows)('%s', (text, expected) => {
    expect(show(parse(text))).toMatchObject(expected);
  });
}

describe('when the answer is to be of', () => {
  check([
    ['What happened in June 2026?', { time: '2026-06-01..2026-06-30' }],
    ['what happened in june 2026', { time: '2026-06-01..2026-06-30' }],
    ['Who spoke in 2025?', { time: '2025-01-01..2025-12-31', terms: '2025' }],
    ['What did the ministry say last year?', { time: '2025-01-01..2025-12-31', speaker: 'ministry', topic: '' }],
    ['What did the ministry say this year about dams?', { time: '2026-01-01..2026-12-31', topic: 'dams' }],
    ['What was decided this week?', { time: '2026-06-15..2026-06-21' }],
    ['What was decided last week?', { time: '2026-06-08..2026-06-14' }],
    ['What was decided last month?', { time: '2026-05-01..2026-05-31' }],
    ['What was decided last quarter?', { time: '2026-01-01..2026-03-31' }],
    ['Who resigned yesterday?', { time: '2026-06-17..2026-06-17', terms: 'resigned yesterday' }],
    ['What was said today?', { time: '2026-06-18..2026-06-18' }],
    ['How many ferries does Norline have today?', { time: 'newest', kind: 'count' }],
    ['What was earned in H1 FY2026?', { time: '2026-01-01..2026-06-30' }],
    ['What was said on Monday?', { time: '2026-06-15..2026-06-15' }],
    ['What was said last Friday?', { time: '2026-06-12..2026-06-12' }],
    ['What was built two years ago?', { time: '2024-01-01..2024-12-31' }],
    ['What was built three days ago?', { time: '2026-06-15..2026-06-15' }],
    ['Which dams broke in the last two weeks?', { time: '2026-06-04..2026-06-18' }],
    ['Which dams broke over the past month?', { time: '2026-05-18..2026-06-18' }],
    ['What has Norline announced since May?', { time: '2026-05-01..' }],
    ['What has Norline announced since May 2024?', { time: '2024-05-01..' }],
    ['What has Norline announced since 2024?', { time: '2024-01-01..' }],
    ['What was known before 17 June 2026?', { time: '..2026-06-16' }],
    ['What was built after 2020?', { time: '2021-01-01..' }],
    ['What was decided between March and June?', { time: '2026-03-01..2026-06-30' }],
    ['What was decided between March 2025 and June 2025?', { time: '2025-03-01..2025-06-30' }],
    ['What was decided from January to March 2026?', { time: '2026-01-01..2026-03-31' }],
    ['What was decided between November and February?', { time: '2025-11-01..2026-02-28' }],
    ['What was said on 17 June 2026?', { time: '2026-06-17..2026-06-17' }],
    ['What was said on June 17th, 2026?', { time: '2026-06-17..2026-06-17' }],
    ['What was said on 2026-06-17?', { time: '2026-06-17..2026-06-17' }],
    ['What was said on 17 June?', { time: 'month 6 day 17' }],
    ['What did a loaf cost in October?', { time: 'month 10', kind: 'amount' }],
    ['What was earned in Q2 2026?', { time: '2026-04-01..2026-06-30' }],
    ['What was earned in the first quarter of 2025?', { time: '2025-01-01..2025-03-31' }],
    ['What was earned in H1 2026?', { time: '2026-01-01..2026-06-30' }],
    ['What was earned in the second half of 2025?', { time: '2025-07-01..2025-12-31' }],
    ['In March 2026, who spoke about dams?', { time: '2026-03-01..2026-03-31' }],
    ['norline revenue 2025', { time: '2025-01-01..2025-12-31', keywords: true }],
    ['norline ferries june 2026', { time: '2026-06-01..2026-06-30', keywords: true }],
    ['latest on the harbour', { time: 'newest', terms: 'harbour' }],
    ['What is the latest news about dams?', { time: 'newest' }],
    ['any news on the ferry line?', { time: 'newest', terms: 'ferry line' }],
    ["what's new about Norline?", { time: 'newest', terms: 'norline' }],
    ['What has Ada Brook said recently?', { time: 'newest', speaker: 'Ada Brook' }],
    ['What is the most recent figure for rents?', { time: 'newest' }],
    ['any updates on Norline', { time: 'newest' }],
    ['What did Norline say after SeaTech?', { time: 'after SeaTech', speaker: 'Norline' }],
    ['After the Marlow summit, what did Norline announce?', { time: 'after Marlow summit' }],
    ['What was known before the announcement?', { time: 'before announcement' }],
    ['What has changed since the vote?', { time: 'after vote' }],
    // What lies ahead, and names with a year in them, are what the question is about.
    ['What is the target for 2030?', { time: '' }],
    ['How much will be spent by 2030?', { time: '' }],
    ['What does Horizon 2020 fund?', { time: '' }],
    ['What does the Ports Act of 2015 demand?', { time: '' }],
    ['How many seats were won in the March elections?', { time: '' }],
    ['Who led Norline before he left?', { time: '' }],
    ['May the council decide this?', { time: '' }],
    ['How long is the march?', { time: '' }],
    ['How many of the 2000 jobs are left?', { time: '' }],
    ['What costs 2026 euros?', { time: '' }],
  ]);
});

describe('what is to be listed', () => {
  check([
    ['Which companies support the plan?', { list: 'companies', kind: 'instance' }],
    ['Which European ports closed?', { list: 'European ports' }],
    ['list all the laws on dams', { list: 'laws', terms: 'laws dams' }],
    ['Name the firms that build the harbour', { list: 'firms' }],
    ['What are the risks of the harbour?', { list: 'risks' }],
    ['What measures did the council take?', { list: 'measures' }],
    ['which steps come next', { list: 'steps' }],
    ['In which countries does Norline sail?', { list: 'countries' }],
    ['Who are the owners of Norline?', { list: 'owners', kind: 'person' }],
    ['all the towns that voted', { list: 'towns' }],
    ['give me a list of the ferries', { list: 'ferries' }],
    ['Which analysts commented on the plan?', { list: 'analysts', speakerClass: 'analysts' }],
    ['Which people are quoted on dams?', { speakerClass: 'people', topic: 'dams' }],
    ['What sanctions were imposed?', { list: 'sanctions' }],
    ['What risks remain?', { list: 'risks' }],
    // One thing only, or none.
    ['Which bridge was closed?', { list: '' }],
    ['Which city hosts the fair?', { list: '', kind: 'place' }],
    ['Which firm owns Norline?', { list: '' }],
    ['What happens next?', { list: '' }],
    ['What drives the costs?', { list: '' }],
    ['What does it mean?', { list: '' }],
    ['What is the status of the talks?', { list: '' }],
    ['How many ferries are there?', { list: '', kind: 'count' }],
    ['In which years did the dam break?', { list: '' }],
    ['What are the views of the council on dams?', { list: '', speaker: 'council' }],
  ]);
});

describe('what is compared', () => {
  check([
    ['Do the sources agree on the cost?', { sides: [], topic: 'the cost' }],
    ['Do all the reports say the same about the date?', { sides: [], topic: 'the date' }],
    ['Where do the articles differ on the price?', { sides: [], topic: 'the price' }],
    ['Is there disagreement about the price?', { sides: [], topic: 'the price' }],
    ['Are there different views on the dam?', { sides: [], topic: 'the dam' }],
    ['Is there any consensus among experts on rents?', { sides: [], topic: 'rents' }],
    ['Are the sources consistent on the date?', { sides: [], topic: 'the date' }],
    ['How do Acme and Blue differ on prices?', { sides: ['Acme', 'Blue'], topic: 'prices' }],
    ['Do Acme and Blue agree on prices?', { sides: ['Acme', 'Blue'], topic: 'prices' }],
    ['Does Acme agree with Blue on prices?', { sides: ['Acme', 'Blue'], topic: 'prices' }],
    ['compare what acme and blue said about prices', { sides: ['acme', 'blue'], topic: 'prices' }],
    ['Compare the views of Acme and Blue on prices', { sides: ['Acme', 'Blue'], topic: 'prices' }],
    ['Compare Acme with Blue', { sides: ['Acme', 'Blue'], topic: '' }],
    ['What is the difference between Acme and Blue on prices?', { sides: ['Acme', 'Blue'], topic: 'prices' }],
    ['difference between the council and Acme', { sides: ['council', 'Acme'], topic: '' }],
    ['Acme vs Blue on prices', { sides: ['Acme', 'Blue'], topic: 'prices' }],
    ['Acme vs. Blue', { sides: ['Acme', 'Blue'], topic: '', terms: 'acme blue' }],
    ['How does Acme compare with Blue on prices?', { sides: ['Acme', 'Blue'], topic: 'prices' }],
    ['How do Ada Brook and Tom Reed judge the plan?', { sides: ['Ada Brook', 'Tom Reed'], topic: 'the plan' }],
    ['Is there a bridge in Marlow?', { sides: [], topic: '' }],
    ['Did Acme agree to the sale?', { sides: [], topic: '' }],
  ]);
});

describe('what stands around a question', () => {
  check([
    ['I wonder whether the dam is safe', { terms: 'dam safe', keywords: false }],
    ['can you check if Norline has debts?', { terms: 'norline debts' }],
    ['Hi, could you please tell me who runs Norline?', { kind: 'person', terms: 'runs norline' }],
    ['is it true that Ada Brook resigned?', { terms: 'ada brook resigned' }],
    ["I'd like to know what Ada Brook said about rents, thanks", { terms: 'ada brook rents' }],
    ['do you know when the vote is?', { kind: 'date', terms: 'vote' }],
    ['please explain why the mill closed', { kind: 'reason', terms: 'mill closed' }],
    ['any idea how much the dam costs?', { kind: 'amount' }],
    ['tell me more about the sea wall', { terms: 'sea wall' }],
    ['what can you tell me about Norline?', { terms: 'norline' }],
    ['show me everything about rents', { terms: 'everything rents' }],
    ['I was wondering where the fair takes place', { kind: 'place' }],
    ['Quick question: who owns the mill?', { kind: 'person', terms: 'owns mill' }],
    ['If rents fall, who gains?', { terms: 'rents fall gains' }],
    ['norline debts', { keywords: true, terms: 'norline debts' }],
    ['marlow harbour cost', { keywords: true }],
    ['wat does the dam cost', { kind: 'amount' }],
    ['wen was the mill closed', { kind: 'date' }],
    ['were is the mill', { kind: 'place' }],
    ['What does the dam cost?', { kind: 'amount' }],
    ['What did Ada Brook earn in 2015?', { kind: 'amount' }],
    ['What is the mill worth?', { kind: 'amount' }],
    ['What number is given for the dam?', { kind: 'amount' }],
    ['hwo many ferries are there', { kind: 'count' }],
    ['wich port closed', { kind: 'instance' }],
  ]);
});

describe('what a question takes for granted', () => {
  check([
    ['Why did Norline cancel the ferry?', { kind: 'reason', deed: 'cancel' }],
    ['Why did the council of Marlow reject the harbour?', { deed: 'reject' }],
    ['Why did some friends of the mayor leave the party?', { deed: 'leave' }],
    ['Why did Dutch farmers burn hay?', { deed: 'burn' }],
    ['Why did Norline not buy the mill?', { deed: 'buy' }],
    ['Why has Ada Brook resigned?', { deed: 'resigned' }],
    ['Why is Norline closing its line?', { deed: 'closing' }],
    ['Why was the mill sold?', { deed: 'sold' }],
    ['why did he resign', { deed: 'resign' }],
    ['When did Norline stop the ferry?', { kind: 'date', deed: 'stop' }],
    ['When did the mill burn down?', { deed: 'burn' }],
    ['Where did Ada Brook meet the engineers?', { kind: 'place', deed: 'meet' }],
    ['How much did Norline pay for the mill?', { kind: 'amount', deed: 'pay' }],
    ['How did Ada Brook defend the plan?', { deed: 'defend' }],
    ['Who replaced Ada Brook?', { kind: 'person', deed: 'replaced' }],
    ['Who has sued Norline?', { deed: 'sued' }],
    ['Which court overturned the order?', { deed: 'overturned' }],
    ['What happened after Ada Brook resigned?', { deed: 'resigned' }],
    ['What are the reasons that Norline sold the mill?', { kind: 'reason', deed: 'sold' }],
    ['Did Norline cancel the ferry?', { deed: '' }],
    ['Who is Ada Brook?', { deed: '' }],
    ['What is the price?', { deed: '' }],
    ['norline ferry', { deed: '' }],
  ]);

  it('tells subject and object apart', () => {
    const { presupposes, terms } = parse('Why did the council of Marlow reject the new harbour?');
    const words = (places: readonly number[] | undefined) => places?.map((at) => terms[at]?.word);
    expect(presupposes?.ask).toBe('reason');
    expect(words(presupposes?.subject)).toEqual(['council', 'marlow']);
    expect(words(presupposes?.object)).toEqual(['new', 'harbour']);
    expect(parse('Who replaced Ada Brook?').presupposes).toMatchObject({ ask: 'doer', subject: [] });
  });

  it('takes a dictionary for what is a verb over what words end in', () => {
    const relations = { partShare: (word: string) => (word === 'board' ? 0.05 : 0.9) };
    const { presupposes, terms } = parseQuestion('Why did the ferry board sue Norline?', undefined, { relations });
    expect(terms[presupposes?.verb ?? -1]?.word).toBe('sue');
  });
});

describe('several questions in one text', () => {
  it.each([
    ['Who is Ada Brook and what did she say about rents?', ['Who is Ada Brook', 'what did she say about rents?']],
    ['When and where did the mill burn?', ['When did the mill burn?', 'where did the mill burn?']],
    ['How much does it cost, and who pays for it?', ['How much does it cost', 'who pays for it?']],
    ['What is the plan? Who supports it?', ['What is the plan', 'Who supports it?']],
    ['What did Ada say about jobs and what about Tom?', ['What did Ada say about jobs', 'what about Tom?']],
  ])('are told apart: %s', (text, parts) => {
    expect(splitQuestions(text)).toEqual(parts);
  });

  it.each([
    'What did Acme and Blue say about prices?',
    'Who said that rents fall and why?',
    'Who said “what is it and who pays for it?”',
    'What does the law say about who pays and how much?',
    'Norline and what it did',
    'How do Acme and Blue differ on what the dam costs?',
  ])('one question stays whole: %s', (text) => {
    expect(splitQuestions(text)).toEqual([text]);
  });
});

describe('hostile questions', () => {
  it.each([
    'and '.repeat(400),
    `what ${'and '.repeat(400)}`,
    `compare ${'a and '.repeat(300)}`,
    `${'between March and '.repeat(100)}June`,
    `list ${'very '.repeat(400)}things`,
    `why did ${'of the '.repeat(250)}`,
    'after '.repeat(300),
    `${'a vs '.repeat(300)}b`,
    '2026-'.repeat(300),
    'who said who said '.repeat(100),
  ])('are read without hanging (%#)', (text) => {
    expect(parse(text).text.length).toBeGreaterThan(0);
    expect(parse(text.slice(0, 390)).text.length).toBeGreaterThan(0);
    expect(splitQuestions(text).length).toBeGreaterThan(0);
  });
});
