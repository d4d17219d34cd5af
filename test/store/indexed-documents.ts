import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentSpeakers } from '../../src/core/entity.ts';
import type { IndexedDocument, Logger } from '../../src/core/ports.ts';

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** A fresh folder that is removed at the end; `onTestFinished`, `afterEach` or the like is passed in. */
export function makeTemporaryFolder(atEnd: (clean: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-store-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface DocumentSketch {
  readonly id: string;
  /** One passage each; its terms are its words. */
  readonly passages: readonly string[];
  readonly head?: string;
  readonly vectors?: readonly Float32Array[];
  readonly language?: string;
}

/** A document ready for the store, from the little that a test cares about. */
export function sketchDocument({ id, passages, head = '', vectors, language }: DocumentSketch): IndexedDocument {
  const text = passages.join('\n');
  let start = 0;
  const spans = passages.map((passage) => {
    const span = { start, end: start + passage.length };
    start = span.end + 1;
    return span;
  });
  return {
    document: {
      id,
      title: `Title of ${id}`,
      titleGivenByDesk: false,
      language,
      origin: `${id}.md`,
      fileName: `${id}.md`,
      contentHash: `hash of ${id} ${text}`,
      text,
      sentences: spans.map((span, block) => ({ ...span, block, kind: 'prose' })),
      passages: spans.map((span, index) => ({ ...span, firstSentence: index, endSentence: index + 1 })),
      statements: [],
    },
    headTerms: wordsOf(head),
    passageTerms: passages.map(wordsOf),
    passageVectors: vectors,
    speakers: { entries: [], links: [] },
  };
}

/** Everybody in a document says one thing; its own speaker bears its id and version. */
export function speakersOf({ id, version }: { id: string; version: string }): DocumentSpeakers {
  const entry = { kind: 'person', alias: '', statements: 1 } as const;
  return {
    entries: [
      { ...entry, key: 'everybody', name: 'Everybody', words: ['everybody', version] },
      { ...entry, key: `${id} ${version}`, name: id, words: [id] },
    ],
    links: [{ from: id, to: version }],
  };
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomVector(random: () => number, dimensions: number): Float32Array {
  return normalise(Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5));
}

export function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
