import type { types, webApi } from '@slack/bolt';
import type { z } from 'zod';
import type { Answer } from '../../core/answer.ts';
import type { StoredDocument } from '../../core/document.ts';
import { messageOf } from '../../core/errors.ts';
import type { PlaceSettings } from '../../core/platform.ts';
import type { Clock, Desk, Logger, PlatformServices } from '../../core/ports.ts';
import { readVerdict } from './actions.ts';
import type { SlackMessage } from './compose-messages.ts';
import { readText } from './parse.ts';
import type { actionValue, blockAction, messageShortcut, sentView } from './payloads.ts';
import { fill, type Phrases, phrasesIn } from './phrases.ts';
import { type MessagePoster, markerOf } from './post-messages.ts';
import type { Questions } from './questions.ts';
import { renderAnswer } from './render-answer.ts';
import { renderEvidence, renderNotice } from './render-evidence.ts';
import { listSourceNames, readSettingsForm, renderSettingsForm } from './render-settings.ts';
import { toRichText } from './rich-text.ts';
import { readFailure } from './slack-failure.ts';
import type { Workspaces } from './workspaces.ts';

type Press = z.output<typeof blockAction>;
type Value = z.output<typeof actionValue>;
type Shortcut = z.output<typeof messageShortcut>;
type SentView = z.output<typeof sentView>;

/** Shares remembered, so that a button pressed twice shares once. */
const SHARES_KEPT = 1_000;

export interface Buttons {
  judge(press: Press, value: Value): Promise<void>;
  showEvidence(press: Press, value: Value): Promise<void>;
  share(press: Press, value: Value): Promise<void>;
  /** A suggested question was pressed. */
  askSuggestion(press: Press, value: Value): Promise<void>;
  openSettings(where: {
    team: string;
    channel: string;
    user: string;
    triggerId: string;
    responseUrl?: string;
  }): Promise<void>;
  /** The words of refusal, for the form; `undefined`: saved. */
  saveSettings(view: SentView): Promise<string | undefined>;
  /** The message shortcut: which sources speak to this message. */
  checkMessage(shortcut: Shortcut): Promise<void>;
}

export function createButtons(deps: {
  readonly desk: Pick<Desk, 'findAnswer' | 'findDocument' | 'listSources'>;
  readonly services: PlatformServices;
  readonly workspaces: Workspaces;
  readonly messages: MessagePoster;
  readonly questions: Questions;
  readonly command: string;
  readonly clock: Clock;
  readonly logger: Logger;
}): Buttons {
  const { desk, services, workspaces, messages, questions, command, clock, logger } = deps;
  const shared = new Set<string>();

  async function wordsFor(team: string, channel: string | undefined): Promise<Phrases> {
    if (channel === undefined) return phrasesIn('en');
    return phrasesIn((await services.readSettings('slack', `${team}:${channel}`)).language);
  }

  /** Tells one person something, by the response URL of what they pressed. */
  async function tell(url: string | undefined, text: string, replacesOriginal = false): Promise<void> {
    if (url === undefined) return;
    const note: SlackMessage = { text, blocks: toRichText([[{ text }]]) };
    await messages.respond(url, [note], { replacesOriginal });
  }

  async function openView(team: string, triggerId: string | undefined, view: types.ModalView): Promise<void> {
    if (triggerId === undefined) return;
    const { client } = await workspaces.find(team);
    await client.views.open({ trigger_id: triggerId, view });
  }

  return {
    async judge(press, { value }) {
      const read = readVerdict(value);
      if (read === undefined) return;
      const team = teamOf(press);
      const phrases = await wordsFor(team, press.channel?.id);
      try {
        await services.recordFeedback({
          platform: 'slack',
          answerId: read.answerId,
          verdict: read.verdict,
          person: `${team}:${press.user.id}`,
          place: `${team}:${press.channel?.id ?? press.user.id}`,
        });
        await tell(press.response_url, phrases.thanks);
      } catch (error) {
        logger.error({ error: messageOf(error) }, 'a verdict could not be kept');
        await tell(press.response_url, phrases.verdictNotKept);
      }
    },

    async showEvidence(press, { value }) {
      const team = teamOf(press);
      const phrases = await wordsFor(team, press.channel?.id);
      const kept = await desk.findAnswer(value);
      const view =
        kept === undefined
          ? renderNotice(phrases.evidenceGone, phrases)
          : renderEvidence(kept.answer, await findDocuments(desk, kept.answer), phrases);
      await openView(team, press.trigger_id, view);
    },

    async share(press, { value }) {
      const team = teamOf(press);
      const channel = press.channel?.id;
      if (channel === undefined) return;
      const phrases = await wordsFor(team, channel);
      const kept = await desk.findAnswer(value);
      if (kept === undefined) {
        await tell(press.response_url, phrases.evidenceGone);
        return;
      }
      const threadTs = press.message?.thread_ts ?? press.container?.thread_ts;
      const key = JSON.stringify([team, channel, threadTs, value]);
      if (shared.has(key)) return;
      remember(shared, key);
      const parts = renderAnswer(
        { answer: kept.answer, permalinkId: value },
        { phrases, now: clock.now(), isPrivate: false, sharedBy: press.user.id },
      );
      const target = { team, channel, user: press.user.id, threadTs, how: 'post' as const, isDirect: false };
      const { client } = await workspaces.find(team);
      try {
        const isPosted = await messages.postAll(client, target, parts, markerOf(`share:${key}`));
        await tell(press.response_url, isPosted ? phrases.shared : `${phrases.busy} ${phrases.busyHint}`, isPosted);
        if (!isPosted) shared.delete(key);
      } catch (error) {
        shared.delete(key);
        if (readFailure(error).kind !== 'channel_closed' || press.response_url === undefined) throw error;
        // The desk is no member there; what a person does by a command may still be shown to all by its response URL.
        await messages.respond(press.response_url, parts, { isPublic: true });
        remember(shared, key);
      }
    },

    async askSuggestion(press, { value, action_ts }) {
      const team = teamOf(press);
      const channel = press.channel?.id;
      // In the Home tab there is no channel: the answer goes to the person's own conversation with the desk.
      const where = channel ?? press.user.id;
      await questions.ask(
        {
          message: {
            id: `${team}:action:${press.user.id}:${action_ts}`,
            platform: 'slack',
            conversation: `${team}:${where}:${press.user.id}`,
            text: value,
            receivedAt: clock.now(),
            person: `${team}:${press.user.id}`,
            place: `${team}:${where}`,
            isPrivate: true,
          },
          envelope: {
            team,
            channel: where,
            user: press.user.id,
            how: channel === undefined ? 'post' : 'private',
            isDirect: channel === undefined || channel.startsWith('D'),
          },
        },
        channel === undefined ? {} : { responseUrl: press.response_url },
      );
    },

    async openSettings({ team, channel, triggerId, responseUrl }) {
      const place = `${team}:${channel}`;
      const settings = await services.readSettings('slack', place);
      const phrases = phrasesIn(settings.language);
      if (channel.startsWith('D')) {
        await tell(responseUrl, fill(phrases.settingsNotHere, { command }));
        return;
      }
      const sources = await desk.listSources();
      await openView(team, triggerId, renderSettingsForm(settings, { phrases, sources, place }));
    },

    async saveSettings({ team: workspace, user, view }) {
      const place = view.private_metadata;
      const team = workspace?.id ?? user.team_id ?? '';
      const before = await services.readSettings('slack', place);
      const settings = readSettingsForm(view.state.values, listSourceNames(before, await desk.listSources()));
      const phrases = phrasesIn(before.language);
      // A form is of the workspace that it was opened in; what it holds comes back through Slack, signed.
      if (settings === undefined || !place.startsWith(`${team}:`)) return phrases.settingsRefused;
      const { client } = await workspaces.find(team);
      const isAdmin = needsAdmin(before, settings) && (await isWorkspaceAdmin(client, user.id, logger));
      const outcome = await services.changeSettings({ platform: 'slack', place, settings, isAdmin });
      if (outcome === 'refused') return phrases.settingsRefused;
      const channel = place.slice(team.length + 1);
      const saved = phrasesIn(settings.language).settingsSaved;
      await client.chat.postEphemeral({ channel, user: user.id, text: saved });
      return undefined;
    },

    async checkMessage(shortcut) {
      const { user, channel, message, trigger_id, response_url } = shortcut;
      const team = shortcut.team?.id ?? user.team_id ?? '';
      const text = readText(message.text, undefined);
      if (text === '') {
        await tell(response_url, (await wordsFor(team, channel.id)).noText);
        return;
      }
      await questions.ask(
        {
          message: {
            id: `${team}:shortcut:${trigger_id}`,
            platform: 'slack',
            conversation: `${team}:shortcut:${trigger_id}`,
            text,
            receivedAt: clock.now(),
            person: `${team}:${user.id}`,
            place: `${team}:${channel.id}`,
            isPrivate: true,
            command: { kind: 'check', text },
          },
          envelope: { team, channel: channel.id, user: user.id, how: 'private', isDirect: channel.id.startsWith('D') },
        },
        { responseUrl: response_url },
      );
    },
  };
}

function teamOf({ team, user }: Press): string {
  return team?.id ?? user.team_id ?? '';
}

/** Slack is asked who is an admin only where it matters. */
function needsAdmin(before: PlaceSettings, after: PlaceSettings): boolean {
  return before.changedBy === 'admins' || after.changedBy === 'admins';
}

async function isWorkspaceAdmin(client: webApi.WebClient, user: string, logger: Logger): Promise<boolean> {
  try {
    const { user: found } = await client.users.info({ user });
    return found?.is_admin === true || found?.is_owner === true;
  } catch (error) {
    // Who cannot be told an admin is treated as none.
    logger.warn({ error: messageOf(error) }, 'Slack does not tell who is an admin');
    return false;
  }
}

async function findDocuments(
  desk: Pick<Desk, 'findDocument'>,
  answer: Answer,
): Promise<ReadonlyMap<string, StoredDocument>> {
  const ids = new Set([...answer.citations, ...answer.related].map(({ document }) => document));
  const found = await Promise.all([...ids].map((id) => desk.findDocument(id)));
  return new Map(found.flatMap((document) => (document === undefined ? [] : [[document.id, document] as const])));
}

function remember(set: Set<string>, key: string): void {
  set.add(key);
  const oldest = set.values().next();
  if (set.size > SHARES_KEPT && oldest.done !== true) set.delete(oldest.value);
}
