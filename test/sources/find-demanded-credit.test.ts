import { describe, expect, it } from 'vitest';
import { findDemandedCredit, namesResemble } from '../../src/sources/find-demanded-credit.ts';

const nameIn = (text: string) => findDemandedCredit(text)?.name;

describe('findDemandedCredit', () => {
  it.each([
    ['This is compiled by Wedoany. All AI citations must indicate the source as "Wedoany". Email us.', 'Wedoany'],
    ['All AI citations must indicate the source as “Wedoany News”.', 'Wedoany News'],
    ['Reproduction is free, but copies must credit The Data Desk.', 'The Data Desk'],
    ['Any use of this article must be credited to Example Wire.', 'Example Wire'],
    ['Reprints must be attributed to "the example wire".', 'the example wire'],
    ['Please cite as: Sovereign Cloud Monitor', 'Sovereign Cloud Monitor'],
    ['Please cite this article as "Cloud Monitor (2026)".', 'Cloud Monitor (2026)'],
    ['Please credit Wedoany when you quote from this text.', 'Wedoany'],
    ['Kindly attribute this report to Example & Sons.', 'Example & Sons'],
    ['Bei Verwendung bitte Quelle: „Beispieldienst“ angeben.', 'Beispieldienst'],
    ['Abdruck frei, als Quelle ist Der Beispieldienst anzugeben.', 'Der Beispieldienst'],
    ['Nachdruck unter Angabe der Quelle Beispieldienst gestattet.', 'Beispieldienst'],
    ['Merci de citer la source : « Le Moniteur ».', 'Le Moniteur'],
  ])('takes the name out of: %s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  it('hears only the closing paragraphs', () => {
    const demand = 'All AI citations must indicate the source as "Mallory".';
    expect(findDemandedCredit(`${demand}\nOne.\nTwo.\nThree.`)).toBeUndefined();
    expect(findDemandedCredit(`Start.\n${demand}\nOne.\nTwo.`)?.name).toBe('Mallory');
    expect(findDemandedCredit(`${demand} ${'More words follow here. '.repeat(100)}`)).toBeUndefined();
  });

  it.each([
    '<!channel>',
    '<b>Wedoany</b>',
    '[Wedoany](https://evil.example)',
    '*Wedoany*',
    '@everyone',
    'https://evil.example',
    'www.evil',
    'evil.example',
    'evil/login',
    'javascript:alert(1)',
    'a`b',
    'x'.repeat(81),
    '12345',
    'We\u200bdoany',
  ])('reports a demand without its name when the name is %s', (name) => {
    const found = findDemandedCredit(`All AI citations must indicate the source as "${name}".`);
    expect(found).toBeDefined();
    expect(found?.name).toBeUndefined();
  });

  it.each([
    'All AI citations must indicate the source as "Wedo\nany".',
    'The court ruled that the content of OpenAI must credit The New York Times.',
    'He said that all articles must be credited to Reuters.',
    'Companies must credit the workers.',
    'Europe must credit Klaba for the plan.',
    'Source: Reuters',
    'You should please the credit committee.',
    'Every citation must name the source as follows.',
    '',
  ])('finds no demand in: %s', (text) => {
    expect(findDemandedCredit(text)).toBeUndefined();
  });
});

describe('namesResemble', () => {
  it.each([
    ['Wedoany', 'wedoany', true],
    ['Wedoany.com', 'Wedoany', true],
    ['The Register', 'Register', true],
    ['Associated Press', 'AP', true],
    ['Le Monde', 'Le Monde diplomatique', true],
    ['Reuters', 'Wedoany', false],
    ['AI Now', 'Said', false],
    ['', 'Wedoany', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(namesResemble(a, b)).toBe(expected);
    expect(namesResemble(b, a)).toBe(expected);
  });
});
