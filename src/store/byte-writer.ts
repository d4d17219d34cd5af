/** Bytes that grow while they are written. */
export interface ByteWriter {
  readonly length: number;
  /** A whole number from 0 to 2^32 - 1 in 1 to 5 bytes: seven bits a byte, the lowest first, the top bit says "more" (LEB128). */
  writeVarint(value: number): void;
  /** A whole number of either sign, |value| < 2^31, zigzag-coded as a varint. */
  writeSigned(value: number): void;
  writeBytes(bytes: Uint8Array): void;
  /** What was written; valid until the next write. */
  bytes(): Uint8Array;
}

export function createByteWriter(capacity = 1024): ByteWriter {
  let buffer = new Uint8Array(capacity);
  let length = 0;
  const makeRoom = (needed: number): void => {
    if (length + needed <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + needed));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  const writeVarint = (value: number): void => {
    makeRoom(5);
    let rest = value;
    while (rest > 0x7f) {
      buffer[length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[length++] = rest;
  };
  return {
    get length() {
      return length;
    },
    writeVarint,
    writeSigned: (value) => writeVarint(((value << 1) ^ (value >> 31)) >>> 0),
    writeBytes(bytes) {
      makeRoom(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    bytes: () => buffer.subarray(0, length),
  };
}

/** Reads what a ByteWriter wrote. Every read throws a RangeError where the bytes end too early. */
export interface ByteReader {
  readonly position: number;
  readVarint(): number;
  readSigned(): number;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let position = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[position++];
      if (byte === undefined) throw new RangeError(`the bytes end in the middle of a number, at ${position}`);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new RangeError(`a number is longer than five bytes, at ${position}`);
  };
  return {
    get position() {
      return position;
    },
    readVarint,
    readSigned() {
      const zigzag = readVarint();
      return (zigzag >>> 1) ^ -(zigzag & 1);
    },
  };
}
