import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import {
  type App,
  HTTPReceiver,
  isValidSlackRequest,
  type Receiver,
  type ReceiverEvent,
  SocketModeReceiver,
} from '@slack/bolt';
import { DeskError } from '../../core/errors.ts';
import type { Logger } from '../../core/ports.ts';
import { toSlackLogger } from './slack-logger.ts';
import { clientOptions } from './workspaces.ts';

/** Slack's payloads are some kilobytes; a view with 100 blocks is the longest. */
const LONGEST_BODY = 1_000_000;
/** How long the websocket waits for the answer to a ping: by it a broken connection is noticed and made anew. */
const PING_TIMEOUT_MS = 5_000;

/** How a listener tells when the platform may be told that an event was received. Part of Bolt's context. */
export interface Receipt {
  /** It is claimed (or needs no claim): Slack need not send it again. */
  acknowledge(): void;
  /** It could not be taken: Slack is to send it again. */
  refuse(): void;
}

/**
 * Hands events to Bolt so that they are acknowledged when they are claimed, not before: Bolt itself acknowledges an
 * event as soon as it arrives, and one that is lost between there and the claim is never sent again. Commands and
 * buttons are acknowledged by their listeners.
 */
export function acknowledgeWhenClaimed(inner: Receiver, wasUnauthorised: (body: object) => boolean): Receiver {
  async function processEvent(app: App, event: ReceiverEvent): Promise<void> {
    if (event.body.type !== 'event_callback') return app.processEvent(event);
    let state: 'open' | 'acknowledged' | 'refused' = 'open';
    let acknowledging: Promise<void> = Promise.resolve();
    const receipt: Receipt = {
      acknowledge() {
        if (state !== 'open') return;
        state = 'acknowledged';
        acknowledging = event.ack();
        // Waited for below; until then a failure must not count as unhandled.
        acknowledging.catch(() => undefined);
      },
      refuse() {
        if (state === 'open') state = 'refused';
      },
    };
    await app.processEvent({
      ...event,
      ack: async () => undefined,
      customProperties: { ...event.customProperties, receipt },
    });
    if (wasUnauthorised(event.body)) receipt.refuse();
    receipt.acknowledge();
    await acknowledging;
    if (readState() === 'refused') {
      throw new DeskError({
        code: 'busy',
        message: `The event ${String(event.body.event_id)} could not be claimed.`,
        hint: 'Slack sends it again; look at the log for why.',
      });
    }
    function readState() {
      return state;
    }
  }
  return {
    init: (app) =>
      inner.init(Object.create(app, { processEvent: { value: (event: ReceiverEvent) => processEvent(app, event) } })),
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  };
}

/** Bolt's HTTP receiver, and the listener of the common server that passes only requests which it bears. */
export function createHttpReceiver(deps: {
  readonly signingSecret: string;
  readonly path: string;
  readonly logger: Logger;
}): {
  readonly receiver: Receiver;
  readonly listener: RequestListener;
} {
  const { signingSecret, path, logger } = deps;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [path],
    logger: toSlackLogger(logger),
    processEventErrorHandler: async ({ error, response }) => {
      logger.warn({ error: error.message }, 'an event of Slack was not taken: Slack sends it again');
      if (!response.headersSent) response.writeHead(500).end();
      return true;
    },
  });
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') {
      response.writeHead(405, { Allow: 'POST' }).end();
      return;
    }
    passOn(request, response).catch((error: unknown) => {
      logger.warn({ error: error instanceof Error ? error.message : '' }, 'a request to the Slack address was cut off');
      if (!response.headersSent) response.writeHead(400).end();
    });
  };

  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readBody(request);
    if (rawBody === undefined) {
      response.writeHead(413, { Connection: 'close' }).end();
      return;
    }
    // Bolt 5.1 fails on a signed body that is no object ("null") in a way that ends the process.
    if (isObjectBody(rawBody.toString('utf8'), request.headers['content-type'])) {
      receiver.requestListener(Object.assign(request, { rawBody }), response);
      return;
    }
    const isSigned = isValidSlackRequest({
      signingSecret,
      body: rawBody.toString('utf8'),
      headers: {
        'x-slack-signature': String(request.headers['x-slack-signature'] ?? ''),
        'x-slack-request-timestamp': Number(request.headers['x-slack-request-timestamp']),
      },
    });
    logger.warn({ isSigned, bytes: rawBody.length }, 'a request to the Slack address has no body that can be read');
    response.writeHead(isSigned ? 400 : 401).end();
  }
  return { receiver, listener };
}

/** Bolt's receiver for Socket Mode, which needs no public address. */
export function createSocketReceiver(deps: {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
}): Receiver {
  const { appToken, apiUrl, logger } = deps;
  const options = clientOptions(apiUrl, logger);
  return new SocketModeReceiver({
    appToken,
    logger: toSlackLogger(logger),
    clientPingTimeout: PING_TIMEOUT_MS,
    installerOptions: {
      clientOptions: {
        ...options,
        rejectRateLimitedCalls: false,
        // Where opening a connection fails for good, the package ends the process by an unhandled rejection: it is
        // tried again for as long as the desk runs.
        retryConfig: { forever: true, factor: 1.5, minTimeout: 1_000, maxTimeout: 30_000 },
      },
    },
  });
}

/** The whole body; `undefined` when it is longer than any of Slack's. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > LONGEST_BODY) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Whether Bolt's parser will make an object of it: JSON, or a form whose `payload` (if any) is JSON. */
function isObjectBody(body: string, contentType: string | undefined): boolean {
  const payload = contentType === 'application/x-www-form-urlencoded' ? new URLSearchParams(body).get('payload') : body;
  if (payload === null) return true;
  try {
    const parsed: unknown = JSON.parse(payload);
    return typeof parsed === 'object' && parsed !== null;
  } catch (error) {
    // Not JSON is what was asked about.
    return !(error instanceof SyntaxError);
  }
}
