import type { types } from '@slack/bolt';
import type { Verdict } from '../../core/platform.ts';
import type { Phrases } from './phrases.ts';

/** Names by which Slack tells which button was pressed or which form was sent. */
export const ACTIONS = {
  feedback: 'desk_feedback',
  evidence: 'desk_evidence',
  share: 'desk_share',
  ask: 'desk_ask',
  settings: 'desk_open_settings',
} as const;
export const CALLBACKS = { check: 'desk_check_message', settings: 'desk_settings' } as const;

/** Under an answer: was it helpful, show the evidence, and where only one person sees it, share it. */
export function answerControls(
  permalinkId: string,
  { phrases, isPrivate }: { phrases: Phrases; isPrivate: boolean },
): (types.ContextActionsBlock | types.ActionsBlock)[] {
  const button = (action_id: string, text: string): types.Button => ({
    type: 'button',
    action_id,
    text: { type: 'plain_text', text },
    value: permalinkId,
  });
  return [
    {
      type: 'actions',
      elements: [
        button(ACTIONS.evidence, phrases.showEvidence),
        ...(isPrivate ? [button(ACTIONS.share, phrases.share)] : []),
      ],
    },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: ACTIONS.feedback,
          positive_button: {
            text: { type: 'plain_text', text: phrases.helpful },
            accessibility_label: phrases.helpfulLabel,
            value: verdictValue('helpful', permalinkId),
          },
          negative_button: {
            text: { type: 'plain_text', text: phrases.notHelpful },
            accessibility_label: phrases.notHelpfulLabel,
            value: verdictValue('unhelpful', permalinkId),
          },
        },
      ],
    },
  ];
}

function verdictValue(verdict: Verdict, permalinkId: string): string {
  return `${verdict}:${permalinkId}`;
}

/** Back from the value of a feedback button; `undefined` when it is none. */
export function readVerdict(value: string): { verdict: Verdict; answerId: string } | undefined {
  const match = /^(helpful|unhelpful):([\w-]{1,200})$/.exec(value);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { verdict: match[1] === 'helpful' ? 'helpful' : 'unhelpful', answerId: match[2] };
}
