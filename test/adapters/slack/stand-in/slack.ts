import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { checkMessageBlocks } from './check-blocks.ts';
import { createWebApi } from './web-api.ts';

export const BOT_TOKEN = 'xoxb-good';
export const APP_TOKEN = 'xapp-good';
export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

type Upset = { readonly status: number; readonly retryAfter?: number } | 'lost' | 'dropped';

/** A stand-in for Slack on loopback: its Web API, its response URLs and Socket Mode, with what Slack checks. */
export async function startSlack() {
  const tokens = new Map<string, 'good' | 'revoked'>([[BOT_TOKEN, 'good']]);
  const channels = new Set(['C1', 'C2', 'G1', 'D1']);
  const threads = new Map<string, readonly Record<string, unknown>[]>();
  const admins = new Set<string>();
  const missingScopes = new Set<string>();
  const failures = new Map<string, string[]>();
  const triggers = new Set<string>();
  const api = createWebApi({ tokens, channels, threads, admins, missingScopes, failures, triggers });
  const responses: { readonly id: string; readonly body: Record<string, unknown> }[] = [];
  /**
   * HTTP answers to give instead, once each: 429 with its wait, or 500. `lost`: the call is carried out (or, with
   * `dropped`, not) and its answer never arrives.
   */
  const upsets = new Map<string, Upset[]>();
  const calls: { readonly method: string; readonly at: number; readonly given: Record<string, string> }[] = [];
  const waiting: { isDone: () => boolean; wake: () => void }[] = [];
  const sockets = new Set<WebSocket>();
  const envelopes: Record<string, unknown>[] = [];
  let rate: { readonly everyMs: number } | undefined;
  const lastPost = new Map<string, number>();

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const socketServer = new WebSocketServer({ server, path: '/link' });
  socketServer.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      envelopes.push(JSON.parse(String(data)));
      wakeAll();
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    wakeAll();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString('utf8');
    const path = request.url ?? '';
    if (path.startsWith('/respond/')) answerResponse(path.slice('/respond/'.length), body, response);
    else answerCall(path.slice('/api/'.length), body, request, response);
    wakeAll();
  }

  function answerCall(method: string, body: string, request: IncomingMessage, response: ServerResponse): void {
    const given = Object.fromEntries(new URLSearchParams(body));
    const token = given.token ?? /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    calls.push({ method, at: performance.now(), given });
    const upset = upsets.get(method)?.shift() ?? tooFast(method, given.channel);
    if (upset === 'lost') answer(method, token, given);
    if (upset === 'lost' || upset === 'dropped') return;
    if (upset !== undefined) {
      response.writeHead(
        upset.status,
        upset.retryAfter === undefined ? {} : { 'Retry-After': String(upset.retryAfter) },
      );
      response.end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer(method, token, given)));
  }

  function answer(method: string, token: string | undefined, given: Record<string, string>) {
    if (method === 'apps.connections.open') {
      return token === APP_TOKEN
        ? { ok: true, url: `ws://127.0.0.1:${port}/link` }
        : { ok: false, error: 'invalid_auth' };
    }
    if (method === 'oauth.v2.access') {
      if (given.code !== 'good-code') return { ok: false, error: 'invalid_code' };
      tokens.set('xoxb-installed', 'good');
      return {
        ok: true,
        app_id: 'A1',
        token_type: 'bot',
        access_token: 'xoxb-installed',
        scope: 'chat:write',
        bot_user_id: 'UDESK',
        team: { id: 'T9', name: 'Another' },
        enterprise: null,
        is_enterprise_install: false,
        authed_user: { id: 'UADMIN' },
      };
    }
    return api.call(method, token, given);
  }

  /** One post a second and channel, where the test wants it enforced. */
  function tooFast(method: string, channel = ''): Upset | undefined {
    if (rate === undefined || method !== 'chat.postMessage') return undefined;
    const now = performance.now();
    const isTooFast = now - (lastPost.get(channel) ?? Number.NEGATIVE_INFINITY) < rate.everyMs;
    if (!isTooFast) lastPost.set(channel, now);
    return isTooFast ? { status: 429, retryAfter: 1 } : undefined;
  }

  function answerResponse(id: string, text: string, response: ServerResponse): void {
    const body = JSON.parse(text) as Record<string, unknown>;
    const problems = body.blocks === undefined ? [] : checkMessageBlocks(body.blocks);
    const isUsedUp = responses.filter((one) => one.id === id).length >= 5;
    if (problems.length > 0) api.refused.push(...problems);
    if (isUsedUp) api.refused.push('response_url: used more than five times');
    if (problems.length > 0 || isUsedUp) {
      response.writeHead(isUsedUp ? 404 : 400).end(isUsedUp ? 'used_url' : 'invalid_blocks');
      return;
    }
    responses.push({ id, body });
    response.writeHead(200).end('ok');
  }

  function wakeAll(): void {
    for (const one of waiting.splice(0))
      if (one.isDone()) one.wake();
      else waiting.push(one);
  }

  return {
    ...api,
    apiUrl: `http://127.0.0.1:${port}/api/`,
    tokens,
    channels,
    threads,
    admins,
    missingScopes,
    failures,
    triggers,
    upsets,
    calls,
    responses,
    envelopes,
    responseUrl: (id: string) => `http://127.0.0.1:${port}/respond/${id}`,
    enforceRate: (everyMs: number) => {
      rate = { everyMs };
    },
    /** Resolves when it holds; looked at after every call. */
    until: (isDone: () => boolean): Promise<void> =>
      isDone() ? Promise.resolve() : new Promise((resolve) => waiting.push({ isDone, wake: resolve })),
    /** Sends an envelope down every open socket. */
    sendSocket: (envelope: Record<string, unknown>) => {
      for (const socket of sockets) socket.send(JSON.stringify(envelope));
    },
    socketCount: () => sockets.size,
    dropSockets: () => {
      for (const socket of sockets) socket.terminate();
      sockets.clear();
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      socketServer.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type Slack = Awaited<ReturnType<typeof startSlack>>;

/** The headers by which Slack proves a request (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signatureOf(body: string, { secret = SIGNING_SECRET, at = new Date() } = {}): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': `v0=${signature}` };
}
