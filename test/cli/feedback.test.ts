import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { DELIVERED_KNOWLEDGE, parseLines, runDesk } from '../support/desk-process.ts';
import { withOpenDesk, withTemporaryFolder } from '../support/open-test-desk.ts';

vi.setConfig({ testTimeout: 60_000 });

it('is exported from what people gave, counted by the doctor, and run as cases of an evaluation', async () => {
  await withTemporaryFolder(async (folder) => {
    const dataDir = join(folder, 'data');
    await withOpenDesk({ dataDir, knowledgeDir: DELIVERED_KNOWLEDGE }, async ({ desk, services, refresh }) => {
      await refresh();
      const ask = async (text: string, at: number) => {
        const reply = await desk.handleMessage({
          id: `e${at}`,
          platform: 'slack',
          conversation: `c${at}`,
          text,
          receivedAt: new Date(),
          person: 'T1:U1',
          place: 'T1:C1',
        });
        if (reply.kind !== 'answer') throw new Error(`a reply of kind ${reply.kind}`);
        return reply.permalinkId;
      };
      const answered = await ask('What did Forrester say about the budget?', 1);
      const refused = await ask('Who won the chess tournament in Lund?', 2);
      const give = { platform: 'slack' as const, place: 'T1:C1' };
      await services.recordFeedback({ ...give, answerId: answered, person: 'T1:U1', verdict: 'helpful' });
      await services.recordFeedback({ ...give, answerId: answered, person: 'T1:U2', verdict: 'helpful' });
      await services.recordFeedback({ ...give, answerId: refused, person: 'T1:U1', verdict: 'unhelpful' });
    });
    const desk = (...args: string[]) =>
      runDesk([...args, '--knowledge', DELIVERED_KNOWLEDGE, '--data', dataDir], { env: { LOG_LEVEL: 'silent' } });

    const printed = await desk('feedback', 'export');
    expect(printed).toMatchObject({ status: 0, stderr: '' });
    const cases = parseLines(printed.stdout) as Record<string, unknown>[];
    expect(cases).toMatchObject([
      { question: 'What did Forrester say about the budget?', helpful: 2, unhelpful: 0, status: 'answered' },
      {
        question: 'Who won the chess tournament in Lund?',
        helpful: 0,
        unhelpful: 1,
        status: 'not_found',
        evidence: [],
      },
    ]);
    expect(printed.stdout).not.toMatch(/U1|U2|C1|T1/);

    await mkdir(join(folder, 'sets', 'feedback'), { recursive: true });
    const file = join(folder, 'sets', 'feedback', 'cases.jsonl');
    const written = await desk('feedback', 'export', '--out', file);
    expect(written).toMatchObject({ status: 0, stdout: '' });
    expect(await readFile(file, 'utf8')).toBe(printed.stdout);
    expect((await stat(file)).mode & 0o077).toBe(0);

    const doctor = await desk('doctor', '--json');
    expect(JSON.parse(doctor.stdout)).toContainEqual({
      check: 'feedback',
      ok: true,
      detail: '2 helpful, 1 not helpful',
      mend: null,
    });

    const evaluated = await desk('eval', 'feedback', '--sets', join(folder, 'sets'), '--json');
    expect(evaluated).toMatchObject({ status: 0 });
    expect(JSON.parse(evaluated.stdout).figures).toMatchObject([
      { measure: 'helpful answers kept', ours: 1, items: 1 },
      { measure: 'unhelpful answers changed', ours: 0, items: 1 },
    ]);

    expect(await desk('feedback', 'export', '--out', join(folder, 'none', 'x.jsonl'))).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('cannot be written'),
    });
  });
});
