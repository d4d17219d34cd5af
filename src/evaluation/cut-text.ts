/**
 * Where to cut a text in two: at a paragraph break where there is one in the middle half of the text, else at the end of
 * a sentence, else at a space.
 */
export function breakNearestMiddle(text: string): number {
  for (const pattern of [/\n\s*/g, /[.!?]["”’)]?\s+/g, /\s+/g]) {
    const places = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
    const middle = text.length / 2;
    const best = places.reduce<number | undefined>(
      (nearest, place) =>
        nearest === undefined || Math.abs(place - middle) < Math.abs(nearest - middle) ? place : nearest,
      undefined,
    );
    if (best !== undefined && Math.abs(best - middle) <= text.length / 4) return best;
  }
  return Math.floor(text.length / 2);
}
