import { existsSync, readFileSync } from 'node:fs';

/** The value below which `share` (0 to 1) of the values lie: nearest rank, no interpolation. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return sorted[rank - 1] ?? Number.NaN;
}

interface Latency {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly count: number;
}

export function summariseLatency(valuesMs: readonly number[]): Latency {
  return {
    p50Ms: percentile(valuesMs, 0.5),
    p95Ms: percentile(valuesMs, 0.95),
    p99Ms: percentile(valuesMs, 0.99),
    count: valuesMs.length,
  };
}

/** How long something takes, in milliseconds, with its result. */
export async function timed<Result>(run: () => Promise<Result>): Promise<{ tookMs: number; result: Result }> {
  const startedAt = performance.now();
  const result = await run();
  return { tookMs: performance.now() - startedAt, result };
}

/**
 * The largest resident size of this process so far, in bytes. Linux keeps it per program run in /proc; `resourceUsage`
 * alone would also count the parent's size at the moment of the fork.
 */
export function peakMemoryBytes(): number {
  const status = '/proc/self/status';
  const peakKilobytes = existsSync(status) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return (peakKilobytes === undefined ? process.resourceUsage().maxRSS : Number(peakKilobytes)) * 1024;
}
