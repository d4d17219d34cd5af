import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

/** What the page's module gives; the page is plain JavaScript, checked on its own. */
interface Paths {
  documentPath(id: string, span?: { start: number; end: number }): string;
  speakerPath(id: string): string;
  readSpanHash(hash: string): { start: number; end: number } | undefined;
  readPath(pathname: string): { view: string; id: string | undefined } | undefined;
}

let paths: Paths;
beforeAll(async () => {
  paths = (await import(new URL('../../../src/adapters/web/page/paths.js', import.meta.url).href)) as Paths;
});

/** A segment of dots alone means a folder in every address; no id of that form can have one of its own. */
const ids = fc.string({ minLength: 1, unit: 'grapheme' }).filter((id) => !/^\.{1,2}$/.test(id));

describe('the address of a document or speaker', () => {
  it('leads back to its id, whatever characters that has, and never out of its folder', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const document = new URL(paths.documentPath(id), 'http://desk.example/speakers/x');
        expect(document.origin).toBe('http://desk.example');
        expect(paths.readPath(document.pathname)).toEqual({ view: 'documents', id });
        const speaker = new URL(paths.speakerPath(id), 'http://desk.example/');
        expect(paths.readPath(speaker.pathname)).toEqual({ view: 'speakers', id });
      }),
    );
  });

  it('without an id is that of the list', () => {
    expect(paths.readPath('/speakers')).toEqual({ view: 'speakers', id: undefined });
    expect(paths.readPath('/documents/')).toEqual({ view: 'documents', id: undefined });
    expect(paths.readPath('/answers/x')).toBeUndefined();
    expect(paths.readPath('/documents/a/b')).toBeUndefined();
  });
});

describe('the words that an address names', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.nat(999_999_998), fc.integer({ min: 1, max: 999 }), (start, length) => {
        const span = { start, end: Math.min(start + length, 999_999_999) };
        const { hash } = new URL(paths.documentPath('a', span), 'http://desk.example/');
        expect(paths.readSpanHash(hash)).toEqual(span);
      }),
    );
  });

  it.each(['', '#', '#s=', '#s=5', '#s=5-5', '#s=7-5', '#s=-1-5', '#s=1-5x', '#s=1.5-7', '#t=1-5', '#s=1-12345678901'])(
    'are none in %j',
    (hash) => {
      expect(paths.readSpanHash(hash)).toBeUndefined();
    },
  );
});
