import { createCipheriv, createDecipheriv, createHash, randomBytes as randomBytesOfNode } from 'node:crypto';

/** AES-256-GCM (NIST SP 800-38D): a key of 32 bytes, a random nonce of 96 bits a message, a tag of 128 bits. */
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Enough to tell a person's few keys apart; tells nothing of the key. */
const KEY_ID_BYTES = 8;
const VERSION = 1;
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES;

export type Opened =
  | { readonly kind: 'opened'; readonly text: string; readonly isOfOldKey: boolean }
  /** Sealed under a key that is not among the given. */
  | { readonly kind: 'unknown_key' }
  /** Altered, cut off, or sealed for another name. */
  | { readonly kind: 'damaged' };

/**
 * Layout: version 1; 8 bytes of the key's SHA-256; nonce; tag; ciphertext. Bound to `name`, so that a sealed secret put in
 * another's place does not open.
 */
export function sealSecret(
  text: string,
  { name, key, randomBytes = randomBytesOfNode }: SealOptions & { readonly key: Uint8Array },
): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(boundTo(name));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Uint8Array.of(VERSION), keyIdOf(key), nonce, cipher.getAuthTag(), ciphertext]);
}

interface SealOptions {
  /** Whose secret it is. */
  readonly name: string;
  /** As of `node:crypto`; the default. */
  readonly randomBytes?: (size: number) => Uint8Array;
}

/** `keys`: the one in use first, then those from before. */
export function openSecret(sealed: Uint8Array, options: { name: string; keys: readonly Uint8Array[] }): Opened {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEADER_BYTES || bytes[0] !== VERSION) return { kind: 'damaged' };
  const keyId = bytes.subarray(1, 1 + KEY_ID_BYTES);
  const at = options.keys.findIndex((one) => keyIdOf(one).equals(keyId));
  const key = options.keys[at];
  if (key === undefined) return { kind: 'unknown_key' };
  const nonceEnd = 1 + KEY_ID_BYTES + NONCE_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(1 + KEY_ID_BYTES, nonceEnd), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(boundTo(options.name))
    .setAuthTag(bytes.subarray(nonceEnd, HEADER_BYTES));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()]).toString('utf8');
    return { kind: 'opened', text, isOfOldKey: at > 0 };
  } catch {
    // The one thing that `final` throws for: the tag does not fit the bytes.
    return { kind: 'damaged' };
  }
}

function keyIdOf(key: Uint8Array): Buffer {
  return createHash('sha256').update('desk-key-id').update(key).digest().subarray(0, KEY_ID_BYTES);
}

function boundTo(name: string): Buffer {
  return Buffer.from(`desk-installation ${name}`, 'utf8');
}
