/** Features are hashed into so many places. A power of two. */
export const FEATURE_PLACES = 1 << 18;

/** Tells features of different questions apart. */
export const QUESTION = { cue: 1000, start: 2000, stop: 3000, end: 4000, keep: 5000 } as const;

export function mix(question: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(question, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) & (FEATURE_PLACES - 1);
}

export function lengthClass(count: number): number {
  if (count <= 3) return count;
  if (count <= 5) return 4;
  if (count <= 8) return 5;
  if (count <= 12) return 6;
  if (count <= 18) return 7;
  if (count <= 26) return 8;
  return count <= 40 ? 9 : 10;
}

export function distanceClass(count: number): number {
  if (count <= 6) return count;
  if (count <= 9) return 7;
  if (count <= 14) return 8;
  return count <= 22 ? 9 : 10;
}
