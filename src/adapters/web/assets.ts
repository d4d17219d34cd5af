import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** A file of the page, ready to be sent. */
export interface Asset {
  readonly body: Buffer;
  readonly contentType: string;
  /** A strong ETag over the content. */
  readonly etag: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

/**
 * The files of the page by name. They are read once and looked up by name, so that no address can lead to another
 * file of this machine.
 */
export async function loadAssets(folder: URL): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const name of await readdir(folder)) {
    const contentType = CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (contentType === undefined) continue;
    const body = await readFile(new URL(name, folder));
    assets.set(name, {
      body,
      contentType,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    });
  }
  return assets;
}
