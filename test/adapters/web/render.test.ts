import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../src/adapters/web/metrics.ts';
import { cutWindow } from '../../../src/adapters/web/render-document.ts';

describe('the part of a long text that is shown', () => {
  const texts = fc
    .array(fc.constantFrom('aaaa', 'b', '\n', 'cccccccccccc'), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('holds what was asked for, is never longer than allowed, and never outside the text', () => {
    fc.assert(
      fc.property(texts, fc.nat(800), fc.integer({ min: 1, max: 100 }), (text, at, size) => {
        const { start, end } = cutWindow(text, at, size);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end - start).toBeLessThanOrEqual(Math.max(size, 0));
        if (at < text.length) {
          expect(start).toBeLessThanOrEqual(at);
          expect(end).toBeGreaterThan(at);
        }
      }),
    );
  });

  it('is the whole of a text that fits', () => {
    fc.assert(
      fc.property(texts, fc.nat(800), (text, at) => {
        expect(cutWindow(text, at, 800)).toEqual({ start: 0, end: text.length });
      }),
    );
  });

  it('begins and ends with a line where it can', () => {
    const text = Array.from({ length: 40 }, (_, n) => `line ${n}`).join('\n');
    const { start, end } = cutWindow(text, text.indexOf('line 20'), 60);
    expect(
      text
        .slice(start, end)
        .split('\n')
        .every((line) => /^line \d+$/.test(line)),
    ).toBe(true);
    expect(text.slice(start, end)).toContain('line 20');
  });

  it('can be read through from part to part without losing a character', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, size) => {
        let read = '';
        let next = 0;
        while (next < text.length) {
          const { start, end } = cutWindow(text, next, size);
          expect(end).toBeGreaterThan(next);
          expect(start).toBeLessThanOrEqual(next);
          read += text.slice(next, end);
          next = end;
        }
        expect(read).toBe(text);
      }),
    );
  });
});

describe('metrics', () => {
  it('count each duration in every bucket that is not below it', () => {
    const metrics = createMetrics();
    metrics.countQuestion('answered', 5);
    metrics.countQuestion('answered', 7);
    metrics.countQuestion('not_found', 20_000);
    const lines = metrics.renderText().split('\n');
    expect(lines).toContain('# TYPE desk_question_duration_seconds histogram');
    expect(lines).toContain('desk_question_duration_seconds_bucket{le="0.005"} 1');
    expect(lines).toContain('desk_question_duration_seconds_bucket{le="0.01"} 2');
    expect(lines).toContain('desk_question_duration_seconds_bucket{le="10"} 2');
    expect(lines).toContain('desk_question_duration_seconds_bucket{le="+Inf"} 3');
    expect(lines).toContain('desk_question_duration_seconds_sum 20.012');
    expect(lines).toContain('desk_question_duration_seconds_count 3');
    expect(lines).toContain('desk_questions_total{outcome="answered"} 2');
  });

  it('give strange methods one label, and escape what is in a label', () => {
    const metrics = createMetrics();
    metrics.countRequest({ route: '/a"b\\c', method: 'PROPFIND', status: 404, durationMs: 1 });
    metrics.countRequest({ route: '/a"b\\c', method: 'MKCOL', status: 404, durationMs: 1 });
    expect(metrics.renderText()).toContain(
      'desk_http_requests_total{route="/a\\"b\\\\c",method="other",status="404"} 2',
    );
  });
});
