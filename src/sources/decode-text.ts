/** The text of a file's bytes, or what is wrong with them. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string; readonly mend: string; readonly line?: number };

/**
 * Decodes UTF-8 (with or without a byte order mark) and UTF-16 (with one). `declaredCharset`, where the format can
 * declare one, is tried when there is no mark. Nothing is guessed: other bytes are a problem.
 */
export function decodeText(bytes: Uint8Array, declaredCharset?: string): DecodedText {
  const charset = markedCharset(bytes) ?? declaredCharset ?? 'utf-8';
  if (!charset.startsWith('utf-16') && bytes.includes(0)) return BINARY;
  const decoder = decoderFor(charset);
  if (decoder === undefined) {
    return { ok: false, problem: `its encoding "${charset}" is not known`, mend: 'Save it as UTF-8.' };
  }
  try {
    const text = decoder.decode(bytes);
    return text.includes('\0') ? BINARY : { ok: true, text };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const line = decoder.encoding === 'utf-8' ? lineOfInvalidUtf8(bytes) : undefined;
    return {
      ok: false,
      problem: `it is not valid ${decoder.encoding.toUpperCase()}`,
      mend: 'Save it as UTF-8 (in most editors: "Save with encoding").',
      line,
    };
  }
}

const BINARY: DecodedText = {
  ok: false,
  problem: 'it holds NUL bytes, so it is not a text file',
  mend: 'Remove it, or save its text as UTF-8.',
};

/** The charset that a byte order mark tells. */
export function markedCharset(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decoderFor(charset: string) {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // what the Encoding Standard does not name
    throw error;
  }
}

const LINE_FEED = 0x0a;

/** Line, from 1, of the first byte that is not UTF-8. A line feed is never part of a longer sequence. */
function lineOfInvalidUtf8(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch (error) {
      if (error instanceof TypeError) return line;
      throw error;
    }
    start = end;
  }
  return undefined;
}
