import { webApi } from '@slack/bolt';
import { DeskError, messageOf } from '../../core/errors.ts';

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webApi;

/** What a failed call of Slack's Web API means. */
export type SlackFailure =
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number }
  /** The blocks or their length are not taken: the same as text will be. */
  | { readonly kind: 'blocks_refused'; readonly code: string }
  /** The token no longer works: nothing can be sent until an admin acts. */
  | { readonly kind: 'token_dead'; readonly code: string }
  /** There is no such channel for the desk, or it may not write there. */
  | { readonly kind: 'channel_closed'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** Slack was not reached at all: nothing was done. */
  | { readonly kind: 'unreached' }
  /** No answer came, or none that tells: it may have been done. */
  | { readonly kind: 'unknown' };

const BLOCK_CODES = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_too_long',
  'msg_blocks_too_long',
  'invalid_attachments',
  'invalid_arguments',
]);
const TOKEN_CODES = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
]);
const CHANNEL_CODES = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'user_not_in_channel',
  'messages_tab_disabled',
]);
const UNREACHED_CODES = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

export function readFailure(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'rate_limited', retryAfterMs: error.retryAfter * 1_000 };
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    if (BLOCK_CODES.has(code)) return { kind: 'blocks_refused', code };
    if (TOKEN_CODES.has(code)) return { kind: 'token_dead', code };
    if (CHANNEL_CODES.has(code)) return { kind: 'channel_closed', code };
    if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'rate_limited', retryAfterMs: 1_000 };
    return { kind: 'refused', code };
  }
  if (error instanceof WebAPIRequestError) {
    return UNREACHED_CODES.has(causeCode(error.original) ?? '') ? { kind: 'unreached' } : { kind: 'unknown' };
  }
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown' };
  return { kind: 'unknown' };
}

/** The failure as the desk's own error, for the log and the doctor: what failed and what an admin does about it. */
export function toDeskError(doing: string, error: unknown): DeskError {
  const failure = readFailure(error);
  const code = 'code' in failure ? failure.code : failure.kind;
  return new DeskError({
    code: failure.kind === 'token_dead' ? 'bad_setting' : 'busy',
    message: `Slack refused ${doing}: ${code === 'unknown' ? messageOf(error) : code}.`,
    hint: HINTS[failure.kind],
    cause: error,
  });
}

const HINTS: Readonly<Record<SlackFailure['kind'], string>> = {
  rate_limited: 'The desk tries again by itself; ask for less at a time if it lasts.',
  blocks_refused: 'Report this with the version of the desk.',
  token_dead: 'Install the app again in Slack and set the new token, or add the scope that is missing.',
  channel_closed: 'Invite the app to the channel, or ask in another one.',
  refused: 'Look the code up in Slack’s reference of the method.',
  unreached: 'Check the network of this machine and SLACK_API_URL.',
  unknown: 'Check Slack’s status page; the desk looks whether the reply arrived and tries again.',
};

function causeCode(error: Error): string | undefined {
  const cause = error.cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
