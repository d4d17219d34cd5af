export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Without the line feed; of an over-long line only the beginning. */
  readonly bytes: Uint8Array;
  /** Of the whole line, also where `bytes` is cut. */
  readonly sizeBytes: number;
}

const LINE_FEED = 0x0a;

/** Splits a stream of bytes at line feeds, holding at most `maxLineBytes` and one chunk in memory. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxLineBytes: number): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let kept = 0;
  let sizeBytes = 0;
  let number = 1;
  const keep = (piece: Uint8Array) => {
    sizeBytes += piece.length;
    const room = maxLineBytes - kept;
    if (room <= 0 || piece.length === 0) return;
    const part = piece.subarray(0, room);
    parts.push(part);
    kept += part.length;
  };
  const takeLine = (): ByteLine => {
    const line = { number, bytes: parts.length === 1 ? (parts[0] ?? EMPTY) : Buffer.concat(parts), sizeBytes };
    [parts, kept, sizeBytes, number] = [[], 0, 0, number + 1];
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end));
      yield takeLine();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (sizeBytes > 0) yield takeLine();
}

const EMPTY = new Uint8Array();
