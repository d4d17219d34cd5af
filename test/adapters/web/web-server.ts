import { request as httpRequest } from 'node:http';
import type { RouteMount, WebServer } from '../../../src/adapters/web/server.ts';
import { createWebServer } from '../../../src/adapters/web/server.ts';
import type { Logger } from '../../../src/core/ports.ts';
import type { FakeDesk } from '../../support/fake-desk.ts';
import { createFakeDesk } from '../../support/fake-desk.ts';

export interface RunningServer {
  readonly desk: FakeDesk;
  readonly server: WebServer;
  readonly port: number;
  readonly origin: string;
  /** What was logged, level and fields. */
  readonly logged: { level: string; fields: Record<string, unknown> }[];
}

/** A server on a free port of this machine, before a fake desk. Whoever starts it closes it. */
export async function startServer(
  options: {
    desk?: FakeDesk;
    host?: string;
    allowedHosts?: readonly string[];
    extraRoutes?: readonly RouteMount[];
    textGoesTo?: string;
    timeouts?: { headersMs: number; requestMs: number; keepAliveMs: number; checkEveryMs: number };
  } = {},
): Promise<RunningServer> {
  const { desk = createFakeDesk(), host = '127.0.0.1', ...rest } = options;
  const logged: RunningServer['logged'] = [];
  const log = (level: string) => (fields: Record<string, unknown>) => void logged.push({ level, fields });
  const logger: Logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  let ticks = 0;
  const clock = { now: () => new Date('2026-07-02T08:00:00Z'), monotonicMs: () => (ticks += 4) };
  const server = createWebServer({ desk, logger, clock, host, port: 0, ...rest });
  const { port } = await server.listen();
  return { desk, server, port, origin: `http://127.0.0.1:${port}`, logged };
}

export interface RawResponse {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A request as no browser sends it: any Host, any header, any body. */
export function sendRaw(
  port: number,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', path, headers = {}, body } = options;
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

export function askRaw(
  port: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<RawResponse> {
  return sendRaw(port, {
    method: 'POST',
    path: '/api/ask',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });
}

/** The body of a response in the shape that the caller's test goes on to check. */
export async function readJson<Body>(response: Promise<Response>): Promise<Body> {
  return (await (await response).json()) as Body;
}

/** Something that one side gives once and the other awaits. */
export function createSignal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
