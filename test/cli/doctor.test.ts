import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { DELIVERED_KNOWLEDGE, runDesk } from '../support/desk-process.ts';
import { withOpenDesk, withTemporaryFolder } from '../support/open-test-desk.ts';

vi.setConfig({ testTimeout: 60_000 });

const Findings = z.array(
  z.object({ check: z.string(), ok: z.boolean(), detail: z.string(), mend: z.string().nullable() }),
);

it('tells whether the key that is set opens the tokens of the workspaces, and never prints one', async () => {
  await withTemporaryFolder(async (folder) => {
    const dataDir = join(folder, 'data');
    const key = randomBytes(32);
    await withOpenDesk({ dataDir, knowledgeDir: DELIVERED_KNOWLEDGE, encryptionKeys: [key] }, async (desk) => {
      await desk.refresh();
      await desk.installations.save('slack:T1', '{"token":"very-secret"}');
    });
    const check = async (env: Record<string, string>) => {
      const { status, stdout } = await runDesk(
        ['doctor', '--json', '--knowledge', DELIVERED_KNOWLEDGE, '--data', dataDir],
        { env },
      );
      expect(stdout).not.toContain('very-secret');
      const finding = Findings.parse(JSON.parse(stdout)).find((one) => one.check === 'installations');
      return { status, ok: finding?.ok, mend: finding?.mend };
    };
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    expect(await check({ ENCRYPTION_KEY: base64(key) })).toEqual({ status: 0, ok: true, mend: null });
    const newKey = base64(randomBytes(32));
    expect(await check({ ENCRYPTION_KEY: newKey })).toEqual({
      status: 1,
      ok: false,
      mend: expect.stringContaining('ENCRYPTION_KEY_PREVIOUS'),
    });
    expect(await check({})).toMatchObject({ status: 1, ok: false });
    expect(await check({ ENCRYPTION_KEY: newKey, ENCRYPTION_KEY_PREVIOUS: base64(key) })).toMatchObject({ ok: true });
    // It was encrypted anew: the old key has done its duty.
    expect(await check({ ENCRYPTION_KEY: newKey })).toMatchObject({ ok: true });
  });
});
