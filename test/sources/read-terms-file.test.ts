import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTerms, readTermsFile, stampOfTermsFile } from '../../src/sources/read-terms-file.ts';
import { withTemporaryFolder } from '../support/open-test-desk.ts';

describe('a terms file', () => {
  it('gives one term a line, with its other words', () => {
    const { terms, problems } = parseTerms(
      '# our words\ndata centre / data center: { fr: centre de données / datacenter, de: Rechenzentrum }\n\nlevy: { fr: redevance }\n',
      'terms.yaml',
    );
    expect(problems).toEqual([]);
    expect(terms).toEqual([
      { en: ['data centre', 'data center'], fr: ['centre de données', 'datacenter'], de: ['Rechenzentrum'] },
      { en: ['levy'], fr: ['redevance'], de: [] },
    ]);
  });

  it.each([
    ['levy: redevance', 'has no "{ fr: …, de: … }" behind it'],
    ['levy: { es: tasa, fr: taxe }', 'has a language "es"'],
    ['levy: { fr: "" }', 'has neither a French nor a German word'],
    ['"": { fr: taxe }', 'the English term is missing'],
    [`levy: { fr: ${'x'.repeat(300)} }`, 'a word of 300 characters'],
    ['levy: { fr: [taxe, droit] }', 'has no single text for "fr"'],
  ])('tells with its line what is wrong with “%s”, and uses the other lines', (line, problem) => {
    const { terms, problems } = parseTerms(`cloud: { de: Wolke }\n${line}\n`, 'terms.yaml');
    expect(problems[0]).toMatchObject({ origin: 'terms.yaml', line: 2, problem: expect.stringContaining(problem) });
    expect(terms[0]?.en).toEqual(['cloud']);
  });

  it('names the earlier line of a term that stands twice', () => {
    const { problems } = parseTerms('cloud: { de: Wolke }\nCloud: { fr: nuage }\n', 'terms.yaml');
    expect(problems).toMatchObject([{ line: 2, problem: expect.stringContaining('line 1') }]);
  });

  it('uses nothing of a file that is no YAML, and says where', () => {
    const { terms, problems } = parseTerms('cloud: { de: Wolke }\nbroken: { de: \n', 'terms.yaml');
    expect(terms).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('is read from the folder; a missing one is no problem', async () => {
    await withTemporaryFolder(async (folder) => {
      const path = join(folder, 'terms.yaml');
      expect(await readTermsFile(path)).toEqual({ terms: [], problems: [], stamp: undefined });
      await writeFile(path, 'cloud: { de: Wolke }\n');
      const first = await readTermsFile(path);
      expect(first.terms).toHaveLength(1);
      await writeFile(path, 'cloud: { de: Wolke, fr: nuage }\n');
      expect(await stampOfTermsFile(path)).not.toBe(first.stamp);
    });
  });

  it('that comes with the program has no problem', async () => {
    const { terms, problems } = await readTermsFile('knowledge/terms.yaml');
    expect(problems).toEqual([]);
    expect(terms.length).toBeGreaterThan(200);
  });
});
