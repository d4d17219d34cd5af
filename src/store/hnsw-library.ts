import type { HierarchicalNSW } from 'hnswlib-node';

/** What is used of the optional package `hnswlib-node`. */
export interface HnswLibrary {
  readonly HierarchicalNSW: typeof HierarchicalNSW;
}

/** The package, or `undefined` where it is not installed or was not compiled for this machine. */
export async function loadHnswLibrary(): Promise<HnswLibrary | undefined> {
  try {
    const loaded = await import('hnswlib-node');
    return loaded.default;
  } catch {
    // It is optional: without a compiler it is not there, and exact search does its work.
    return undefined;
  }
}
