import { expect, it } from 'vitest';
import { type BenchFigures, renderBenchReport } from './bench-report.ts';

const latency = { p50Ms: 1.04, p95Ms: 2, p99Ms: 3, count: 240 };

const FIGURES: BenchFigures = {
  date: '2026-01-02',
  cpu: 'Some CPU',
  cores: 2,
  memoryBytes: 8 * 2 ** 30,
  node: '20.0.0',
  seed: 1,
  questions: 240,
  starts: [{ name: 'desk ask', figures: { kind: 'measured', result: { medianMs: 1234, runs: 7 } } }],
  statements: { kind: 'measured', result: { documents: 600, statements: 9000, cpuMs: 2000 } },
  sizes: [
    {
      documents: 1000,
      sentencesPerDocument: 30,
      wordsPerDocument: 500,
      indexPlain: { kind: 'measured', result: { documents: 1000, tookMs: 2000, graphMs: 1500, peakBytes: 2 ** 20 } },
      questions: {
        kind: 'measured',
        result: { openMs: 3, ask: latency, search: latency, askP95ByKind: {}, answered: 200, peakBytes: 50 * 2 ** 20 },
      },
      competitors: [
        {
          name: 'orama',
          figures: {
            kind: 'measured',
            result: { system: 'Orama', documents: 1000, indexMs: 500, search: latency, peakBytes: 2 ** 30 },
          },
        },
        { name: 'minisearch', figures: { kind: 'stopped', why: 'stopped after 600 s' } },
      ],
    },
  ],
};

it('tells the machine, and every figure with its unit', () => {
  const text = renderBenchReport(FIGURES);
  expect(text).toContain('Measured on 2026-01-02, Some CPU, 2 cores, 8 GB, Node 20.0.0; seed 1');
  expect(text).toMatch(/desk ask +\| 1\.23 s \| 7 /);
  expect(text).toMatch(/500 words a second on one core +\| 300 /);
  expect(text).toMatch(/statements a document +\| 15\.0 /);
  // 1,000 documents in 2 s are 500 a second, of 30 sentences each 15,000.
  expect(text).toMatch(/index, documents\/s +\| 500 /);
  expect(text).toMatch(/index, sentences\/s +\| 15,000 /);
  expect(text).toMatch(/ask p50 \/ p95 \/ p99, ms +\| 1\.0 \/ 2\.0 \/ 3\.0 /);
  expect(text).toMatch(/1,000 +\| Orama +\| 2,000 +\| 1\.0 +\| 2\.0 +\| 1,024 /);
});

it('says why a figure is missing', () => {
  expect(renderBenchReport(FIGURES)).toMatch(/minisearch +\| stopped after 600 s/);
});
