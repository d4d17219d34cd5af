import type { z } from 'zod';
import { messageOf } from '../../core/errors.ts';
import type { Clock, Desk, Logger, PlatformServices } from '../../core/ports.ts';
import { shorten } from './escape.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { homeOpened } from './payloads.ts';
import { phrasesIn } from './phrases.ts';
import { renderHome } from './render-home.ts';
import type { Workspaces } from './workspaces.ts';

/** What the desk shows before anything is asked: the Home tab, and questions to begin with. */
export interface Surfaces {
  opened(event: z.output<typeof homeOpened>, team: string): Promise<void>;
}

export function createSurfaces(deps: {
  readonly desk: Pick<Desk, 'listSources' | 'suggestQuestions' | 'handleMessage'>;
  readonly services: Pick<PlatformServices, 'readSettings'>;
  readonly workspaces: Workspaces;
  readonly textGoesTo: string | undefined;
  readonly memoryHours: number;
  readonly command: string;
  readonly clock: Clock;
  readonly logger: Logger;
}): Surfaces {
  const { desk, services, workspaces, clock, logger } = deps;

  async function publishHome(user: string, team: string, place: string): Promise<void> {
    const { client } = await workspaces.find(team);
    const [settings, sources, suggestions] = await Promise.all([
      services.readSettings('slack', place),
      desk.listSources(),
      desk.suggestQuestions(),
    ]);
    const id = `${team}:home:${user}`;
    const reply = await desk.handleMessage({
      id,
      platform: 'slack',
      conversation: id,
      text: 'digest',
      receivedAt: clock.now(),
      person: `${team}:${user}`,
      place,
      isPrivate: true,
      command: { kind: 'digest' },
    });
    const digest = reply.kind === 'summary' ? reply.summary : undefined;
    const { textGoesTo, memoryHours, command } = deps;
    const view = renderHome(
      { sources, digest, suggestions, textGoesTo, memoryHours, command },
      phrasesIn(settings.language),
    );
    await client.views.publish({ user_id: user, view });
  }

  async function suggestPrompts(channel: string, team: string, place: string): Promise<void> {
    const { client } = await workspaces.find(team);
    const settings = await services.readSettings('slack', place);
    const questions = (await desk.suggestQuestions()).slice(0, SLACK_LIMITS.suggestedPrompts);
    if (questions.length === 0) return;
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: phrasesIn(settings.language).promptsTitle,
      prompts: questions.map((message) => ({ title: shorten(message, SLACK_LIMITS.buttonText), message })),
    });
  }

  return {
    async opened({ user, tab, channel }, team) {
      const place = `${team}:${channel ?? user}`;
      try {
        if (tab === 'home') await publishHome(user, team, place);
        else if (channel !== undefined) await suggestPrompts(channel, team, place);
      } catch (error) {
        // Nobody asked for it: it is made anew the next time it is opened.
        logger.warn({ tab, error: messageOf(error) }, 'a tab of the desk could not be filled');
      }
    },
  };
}
