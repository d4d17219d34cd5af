import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { creditOf } from '../../src/core/document.ts';
import { listKnowledgeFiles } from '../../src/sources/knowledge-folder.ts';
import { readAll } from './reading.ts';

const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));

async function readDelivered() {
  const { files, problems } = await listKnowledgeFiles(knowledge);
  const read = await Promise.all(files.map(readAll));
  return {
    files,
    documents: read.flatMap(({ documents }) => documents),
    problems: [...problems, ...read.flatMap((result) => result.problems)],
  };
}

describe('the documents that come with the desk', () => {
  it('are read without any problem', async () => {
    const { documents, problems } = await readDelivered();
    expect(problems).toEqual([]);
    expect(documents.map(({ id }) => id)).toEqual(['export-controls', 'wedoany']);
  });

  it('say only what is known of them, and credit Wedoany as it demands', async () => {
    const [exportControls, wedoany] = (await readDelivered()).documents;
    expect(wedoany).toMatchObject({
      publisher: 'Wedoany',
      attribution: 'Wedoany',
      published: '2026-06',
      language: 'en',
    });
    expect(wedoany?.titleGivenByDesk).toBe(true);
    expect(wedoany?.terms).toContain('All AI citations must indicate the source as "Wedoany".');
    expect(wedoany?.terms).toContain('news@wedoany.com');
    expect(wedoany?.url ?? wedoany?.author).toBeUndefined();
    expect(exportControls).toMatchObject({ titleGivenByDesk: true, language: 'en' });
    for (const field of ['publisher', 'attribution', 'terms', 'url', 'author', 'published'] as const) {
      expect(exportControls?.[field]).toBeUndefined();
    }
    expect(exportControls && creditOf(exportControls)).toBe('export-controls-and-ovhcloud.txt');
  });

  it('keep their first and last words and their paragraphs', async () => {
    const [exportControls, wedoany] = (await readDelivered()).documents;
    const paragraphs = (text: string | undefined) => (text ?? '').split('\n').filter((line) => line !== '');
    expect(exportControls?.text).toMatch(/^Commerce Secretary Howard Lutnick said /);
    expect(exportControls?.text).toMatch(/ than any pitch deck ever could\.$/);
    expect(paragraphs(exportControls?.text)).toHaveLength(18);
    expect(wedoany?.text).toMatch(/^en\.Wedoany\.com Reported - French cloud service provider /);
    expect(wedoany?.text).toMatch(/ Email: news@wedoany\.com$/);
    expect(paragraphs(wedoany?.text)).toHaveLength(7);
  });

  it('hold no footnote gap and no page furniture', async () => {
    for (const { text } of (await readDelivered()).documents) {
      expect(text).not.toMatch(/\s[.,]/);
      expect(text).not.toMatch(/comments/i);
    }
  });

  it('lose no word: only white space and the comments box differ from the file', async () => {
    for (const { fileName, text } of (await readDelivered()).documents) {
      const file = await readFile(new URL(`../../knowledge/documents/${fileName}`, import.meta.url), 'utf8');
      const body = file.slice(file.indexOf('\n---\n') + 5).replace(/\nComments\n0 comments$/, '');
      expect(text.replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
    }
  });
});
