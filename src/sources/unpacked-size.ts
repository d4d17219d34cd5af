import { inflateRawSync } from 'node:zlib';

// Layout: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;

/**
 * How many bytes the XML parts of a zip archive really unpack to, found by unpacking them one at a time and never more
 * than `maxBytes` (declared sizes can lie). A number above `maxBytes` means "more than allowed"; `undefined` that it is
 * no whole zip archive.
 */
export function unpackedXmlBytes(zip: Buffer, maxBytes: number): number | undefined {
  const end = findEnd(zip);
  if (end === undefined) return undefined;
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let index = 0; index < entries; index += 1) {
    if (at + ENTRY_BYTES > zip.length || zip.readUInt32LE(at) !== ENTRY_SIGNATURE) return undefined;
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    if (/\.(?:xml|rels)$/i.test(name)) {
      const bytes = unpackedBytes(zip, at, maxBytes - total);
      if (bytes === undefined) return undefined;
      total += bytes;
      if (total > maxBytes) return total;
    }
    at += ENTRY_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return total;
}

function findEnd(zip: Buffer): number | undefined {
  const earliest = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT_BYTES);
  for (let at = zip.length - END_BYTES; at >= earliest; at -= 1) {
    if (zip.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return undefined;
}

function unpackedBytes(zip: Buffer, entryAt: number, maxBytes: number): number | undefined {
  const packedBytes = zip.readUInt32LE(entryAt + 20);
  const localAt = zip.readUInt32LE(entryAt + 42);
  if (localAt + LOCAL_BYTES > zip.length || zip.readUInt32LE(localAt) !== LOCAL_SIGNATURE) return undefined;
  const from = localAt + LOCAL_BYTES + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28);
  if (zip.readUInt16LE(entryAt + 10) === STORED) return packedBytes;
  try {
    return inflateRawSync(zip.subarray(from, from + packedBytes), { maxOutputLength: Math.max(1, maxBytes) }).length;
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? maxBytes + 1 : undefined;
  }
}
