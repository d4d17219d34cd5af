import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DeskOptions, type OpenDesk, openDesk } from '../../src/app.ts';
import type { Logger } from '../../src/core/ports.ts';

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** Runs `use` with a new folder and removes it afterwards. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-test-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `use` with the desk as the program puts it together, on the folders given, and closes it afterwards. */
export async function withOpenDesk<T>(
  options: Pick<DeskOptions, 'dataDir' | 'knowledgeDir'> & Partial<DeskOptions>,
  use: (desk: OpenDesk) => Promise<T>,
): Promise<T> {
  const desk = await openDesk({ logger: silentLogger, ...options });
  try {
    return await use(desk);
  } finally {
    await desk.close();
  }
}
