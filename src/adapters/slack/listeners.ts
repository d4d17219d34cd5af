import type { App, Context } from '@slack/bolt';
import { z } from 'zod';
import { messageOf } from '../../core/errors.ts';
import type { Logger, PlatformServices } from '../../core/ports.ts';
import { ACTIONS, CALLBACKS } from './actions.ts';
import type { Buttons } from './buttons.ts';
import {
  actionValue,
  blockAction,
  eventEnvelope,
  homeOpened,
  messageEvent,
  messageShortcut,
  sentView,
  sessionStopped,
  slashCommand,
} from './payloads.ts';
import type { Questions } from './questions.ts';
import type { Receipt } from './receiver.ts';
import type { Surfaces } from './surfaces.ts';
import type { Workspaces } from './workspaces.ts';

/** Everything Slack sends, and which part of the desk it goes to. What has another shape than expected is let go. */
export function listenTo(
  app: App,
  deps: {
    readonly questions: Questions;
    readonly buttons: Buttons;
    readonly surfaces: Surfaces;
    readonly services: PlatformServices;
    readonly workspaces: Workspaces;
    readonly logger: Logger;
  },
): void {
  const { questions, buttons, surfaces, services, workspaces, logger } = deps;

  const hear = async (payload: unknown, body: unknown, context: Context) => {
    const receipt = receiptOf(context);
    const event = messageEvent.safeParse(payload);
    const from = eventEnvelope.safeParse(body);
    if (!event.success || !from.success) return;
    const team = context.teamId ?? from.data.team_id ?? '';
    try {
      const taken = await questions.hear(
        event.data,
        { team, enterprise: context.enterpriseId ?? undefined },
        receipt.acknowledge,
      );
      if (taken === 'refused') receipt.refuse();
    } catch (error) {
      receipt.refuse();
      logger.error({ error: messageOf(error) }, 'an event of Slack could not be taken');
    }
  };
  app.event('app_mention', ({ event, body, context }) => hear(event, body, context));
  app.event('message', ({ event, body, context }) => hear(event, body, context));

  app.event('app_home_opened', async ({ event, body, context }) => {
    const opened = homeOpened.safeParse(event);
    // Shown again at every opening: nothing to keep for a repeat.
    receiptOf(context).acknowledge();
    if (opened.success) await surfaces.opened(opened.data, context.teamId ?? body.team_id);
  });
  app.event('agent_session_stopped', async ({ event, body, context }) => {
    const stopped = sessionStopped.safeParse(event);
    if (!stopped.success) return;
    questions.stop(`${context.teamId ?? body.team_id}:${stopped.data.channel}:${stopped.data.thread_ts}`);
  });

  const forget = async (team: string) => {
    workspaces.forget(team);
    await services.forgetWorkspace('slack', team);
    logger.info({ team }, 'the desk was removed from a Slack workspace: what was kept of it is erased');
  };
  app.event('app_uninstalled', ({ body }) => forget(body.team_id));
  app.event('tokens_revoked', async ({ event, body }) => {
    // Tokens of single persons are of no concern: the desk has none.
    if ((event.tokens.bot ?? []).length > 0) await forget(body.team_id);
  });

  app.command(/^\//, async ({ command, ack }) => {
    const parsed = slashCommand.safeParse(command);
    if (!parsed.success) return ack();
    const { team_id: team, channel_id: channel, user_id: user, trigger_id: triggerId } = parsed.data;
    if (parsed.data.text.trim().toLowerCase() === 'settings') {
      await ack();
      const responseUrl = parsed.data.response_url;
      await buttons.openSettings({ team, channel, user, triggerId, responseUrl });
      return;
    }
    const acknowledgeOnce = once(ack);
    const taken = await questions.command(parsed.data, acknowledgeOnce);
    // A command that is not acknowledged is shown to the person as failed, which it has.
    if (taken === 'taken') acknowledgeOnce();
  });

  type Press = z.output<typeof blockAction>;
  const onButton = (
    action_id: string | RegExp,
    handle: (press: Press, value: z.output<typeof actionValue>) => Promise<void>,
  ) =>
    app.action({ type: 'block_actions', action_id }, async ({ ack, action, body }) => {
      await ack();
      const press = blockAction.safeParse(body);
      const value = actionValue.safeParse(action);
      if (press.success && value.success) await handle(press.data, value.data);
    });
  onButton(ACTIONS.feedback, buttons.judge);
  onButton(ACTIONS.evidence, buttons.showEvidence);
  onButton(ACTIONS.share, buttons.share);
  onButton(new RegExp(`^${ACTIONS.ask}_\\d$`), buttons.askSuggestion);
  onButton(ACTIONS.settings, async (press) => {
    const { team, user, channel, trigger_id: triggerId, response_url: responseUrl } = press;
    if (channel === undefined || triggerId === undefined) return;
    const workspace = team?.id ?? user.team_id ?? '';
    await buttons.openSettings({ team: workspace, channel: channel.id, user: user.id, triggerId, responseUrl });
  });

  app.shortcut(CALLBACKS.check, async ({ ack, shortcut }) => {
    await ack();
    const parsed = messageShortcut.safeParse(shortcut);
    if (parsed.success) await buttons.checkMessage(parsed.data);
  });
  app.view(CALLBACKS.settings, async ({ ack, body }) => {
    const parsed = sentView.safeParse(body);
    const refusal = parsed.success ? await buttons.saveSettings(parsed.data) : undefined;
    if (refusal === undefined) await ack();
    else await ack({ response_action: 'errors', errors: { changedBy: refusal } });
  });

  app.error(async (error) => {
    logger.error({ code: error.code, error: error.message }, 'a request of Slack could not be handled');
  });
}

/** Of events; what came another way has none to give. */
function receiptOf(context: Context): Receipt {
  const parsed = receiptShape.safeParse(context.receipt);
  return parsed.success ? parsed.data : { acknowledge: () => undefined, refuse: () => undefined };
}

const receiptShape = z.custom<Receipt>(
  (value) => typeof value === 'object' && value !== null && 'acknowledge' in value && 'refuse' in value,
);

function once(ack: () => Promise<void>): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    // It fails only when the three seconds are over; the reply comes all the same.
    ack().catch(() => undefined);
  };
}
