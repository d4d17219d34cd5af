import { phrasesIn } from '../../../../src/adapters/slack/phrases.ts';
import { renderEvidence } from '../../../../src/adapters/slack/render-evidence.ts';
import { renderHome } from '../../../../src/adapters/slack/render-home.ts';
import { renderReply } from '../../../../src/adapters/slack/render-reply.ts';
import { renderSettingsForm } from '../../../../src/adapters/slack/render-settings.ts';
import type { OpenDesk } from '../../../../src/app.ts';
import { DEFAULT_PLACE_SETTINGS } from '../../../../src/core/platform.ts';
import { conflictAnswer } from '../../../support/fake-desk.ts';
import type { PreviewedMessage } from './render-preview.ts';

/** What the desk sends for some questions to its delivered documents, as the blocks that are sent. */
export async function previewMessages({ desk }: OpenDesk, now: Date): Promise<PreviewedMessage[]> {
  const phrases = phrasesIn('en');
  const ask = async (text: string, isPrivate: boolean) => {
    const message = { id: text, platform: 'slack' as const, conversation: 'preview', text, receivedAt: now };
    const reply = await desk.handleMessage(message);
    return { reply, blocks: asJson(renderReply(reply, { phrases, now, isPrivate })[0].blocks) };
  };
  const answered = await ask('What did Forrester say about the budget?', false);
  const followUp = await ask('and Gogia?', false);
  const notFound = await ask('What did Gartner say about OVHcloud?', true);
  const check = await desk.handleMessage({
    id: 'check',
    platform: 'slack',
    conversation: 'check',
    text: '',
    receivedAt: now,
    command: { kind: 'check', text: 'OVHcloud will release its models as open source.' },
  });
  const sources = await desk.listSources();
  const conflict = renderReply(
    { kind: 'answer', answer: conflictAnswer(), permalinkId: 'preview' },
    { phrases: phrasesIn('de'), now, isPrivate: false },
  );
  const evidence =
    answered.reply.kind === 'answer'
      ? renderEvidence(answered.reply.answer, new Map(await readDocuments(desk, sources)), phrases).blocks
      : [];
  const suggestions = await desk.suggestQuestions();
  const home = {
    sources,
    digest: undefined,
    suggestions,
    textGoesTo: undefined,
    memoryHours: 24,
    command: '/sovereignty',
  };
  return [
    {
      heading: 'A mention in a channel',
      question: '@Sovereignty Desk What did Forrester say about the budget?',
      blocks: answered.blocks,
    },
    { heading: 'A follow-up in its thread', question: '@Sovereignty Desk and Gogia?', blocks: followUp.blocks },
    {
      heading: 'A private answer with nothing found',
      question: '/sovereignty What did Gartner say about OVHcloud?',
      blocks: notFound.blocks,
    },
    { heading: 'Sources that differ, with the desk’s words in German', blocks: asJson(conflict[0].blocks) },
    {
      heading: '“Check against sources” on a message',
      blocks: asJson(renderReply(check, { phrases, now, isPrivate: true })[0].blocks),
    },
    { heading: '“Show evidence”', blocks: asJson(evidence) },
    { heading: 'The Home tab', blocks: asJson(renderHome(home, phrases).blocks) },
    {
      heading: 'The settings of a channel',
      blocks: asJson(renderSettingsForm(DEFAULT_PLACE_SETTINGS, { phrases, sources, place: 'T1:C1' }).blocks),
    },
  ];
}

async function readDocuments(desk: OpenDesk['desk'], sources: readonly { readonly id: string }[]) {
  const found = await Promise.all(sources.map(({ id }) => desk.findDocument(id)));
  return found.flatMap((document) => (document === undefined ? [] : [[document.id, document] as const]));
}

/** As it goes over the wire. */
function asJson(blocks: readonly unknown[]): Record<string, unknown>[] {
  return JSON.parse(JSON.stringify(blocks)) as Record<string, unknown>[];
}
