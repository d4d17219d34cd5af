import { describe, expect, it } from 'vitest';
import { DELIVERED_KNOWLEDGE } from '../../../support/desk-process.ts';
import { withOpenDesk, withTemporaryFolder } from '../../../support/open-test-desk.ts';
import { checkMessageBlocks, checkView } from '../stand-in/check-blocks.ts';
import { previewMessages } from './preview-messages.ts';
import { renderPreview } from './render-preview.ts';

describe('the preview page', () => {
  it('draws every block that the desk sends, from blocks that Slack takes', async () => {
    await withTemporaryFolder((dataDir) =>
      withOpenDesk({ dataDir, knowledgeDir: DELIVERED_KNOWLEDGE }, async (desk) => {
        await desk.refresh();
        const messages = await previewMessages(desk, new Date('2026-11-22T00:00:00Z'));
        for (const { heading, blocks } of messages) {
          const isForm = blocks.some(({ type }) => type === 'input');
          const submit = { type: 'plain_text', text: 'Save' };
          const title = { type: 'plain_text', text: 'Settings' };
          const problems = isForm ? checkView({ type: 'modal', title, submit, blocks }) : checkMessageBlocks(blocks);
          expect(problems, heading).toEqual([]);
        }
        const page = renderPreview(messages);
        expect(page).not.toContain('class="unknown"');
        expect(page).toContain('Credit: Wedoany');
        expect(page).toContain('Charlie Dai, Principal Analyst at Forrester');
        expect(page).not.toContain('<script');
      }),
    );
  });
});
