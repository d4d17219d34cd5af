import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder with the given files (arrays become `.jsonl` lines), gone when the test is over. */
export async function createFixtureFolder(
  files: Readonly<Record<string, string | readonly unknown[]>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const text = typeof content === 'string' ? content : content.map((line) => `${JSON.stringify(line)}\n`).join('');
    await writeFile(path, text);
  }
  return folder;
}
