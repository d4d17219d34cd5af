import type { Logger as SlackLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Logger } from '../../core/ports.ts';

/**
 * The desk's logger in the shape of Slack's packages. Their debug lines hold whole requests and messages, so that they
 * are asked for warnings only and what they call information is dropped.
 */
export function toSlackLogger(logger: Logger): SlackLogger {
  const say = (parts: readonly unknown[]) => ({ slack: parts.map((part) => brief(part)).join(' ') });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => logger.warn(say(parts), 'Slack’s package warns'),
    error: (...parts) => logger.error(say(parts), 'Slack’s package failed'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

/** An error by its message: its other fields may hold what was sent. */
function brief(part: unknown): string {
  if (part instanceof Error) return part.message;
  return typeof part === 'string' ? part : typeof part;
}
