import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Express, NextFunction, Request, Response } from 'express';
import express from 'express';
import { DeskError, messageOf } from '../../core/errors.ts';
import type { Clock, Desk, Logger } from '../../core/ports.ts';
import { mountApi, sendJson } from './api.ts';
import type { HostRules } from './guard.ts';
import { checkHost, checkOrigin, SECURITY_HEADERS } from './guard.ts';
import { mountHealth } from './health.ts';
import type { Metrics } from './metrics.ts';
import { createMetrics } from './metrics.ts';
import { loadPage, mountPage } from './page.ts';
import { problemOf, RefusedRequest } from './problem.ts';
import { renderProblemPage } from './problem-page.ts';
import { mountSpeakersApi } from './speakers-api.ts';

/** Routes that another adapter brings to the common server. */
export interface RouteMount {
  /** The path that the routes begin with, for example `/slack`. */
  readonly path: string;
  /**
   * Every request there proves its sender by itself (a signature, a token): it may come under any host name, and
   * the checks made for browsers do not apply. Leave it out for routes that trust whoever reaches them.
   */
  readonly authenticatesItself?: boolean;
  /** Adds the routes to the app. No body is parsed before them: each brings the parser it needs, or reads it raw. */
  mount(app: Express): void;
}

export interface WebServer {
  /**
   * Binds the address. Port 0 takes a free one.
   * @throws DeskError `busy` when the port is taken, `bad_setting` when the address cannot be used.
   */
  listen(): Promise<{ address: string; port: number }>;
  /** Takes no new connection, lets running requests end, and cuts what is left after `deadlineMs`. */
  close(deadlineMs: number): Promise<void>;
}

/**
 * How long a client may take to send its headers and its whole request, and may stay idle between requests. A local
 * page needs milliseconds; the figures bear a slow phone and stop who holds connections open on purpose.
 */
const DEFAULT_TIMEOUTS = { headersMs: 10_000, requestMs: 30_000, keepAliveMs: 5_000, checkEveryMs: 2_000 };

/** The local page and the common server. Nothing is bound before `listen`. */
export function createWebServer(options: {
  desk: Desk;
  logger: Logger;
  clock: Clock;
  /** Address or name to bind, `127.0.0.1` unless other machines are meant to come in. */
  host: string;
  /** 0 to 65535. */
  port: number;
  /** Further host names under which the desk is reached, without port. */
  allowedHosts?: readonly string[];
  extraRoutes?: readonly RouteMount[];
  metrics?: Metrics;
  /** Who gets the questions besides this machine (a hosted model's name); unset: nobody. The page tells it. */
  textGoesTo?: string;
  /** Names of messages and of failures in the log; random unless given. */
  createId?: () => string;
  timeouts?: typeof DEFAULT_TIMEOUTS;
}): WebServer {
  const {
    desk,
    logger,
    clock,
    host,
    port,
    extraRoutes = [],
    metrics = createMetrics(),
    createId = randomUUID,
  } = options;
  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const rules: HostRules = {
    listenHost: host,
    allowedHosts: (options.allowedHosts ?? []).map((name) => name.toLowerCase()),
  };
  let server: Server | undefined;
  const running = new Set<Response>();

  async function createApp(): Promise<Express> {
    const page = await loadPage();
    const app = express();
    app.disable('x-powered-by');
    app.set('etag', false);
    app.set('case sensitive routing', true);
    app.set('query parser', 'simple');
    app.use((_request: Request, response: Response, next: NextFunction) => {
      running.add(response);
      response.once('close', () => running.delete(response));
      next();
    });
    app.use(countRequests({ metrics, clock, extraRoutes }));
    app.use(guardRequests(rules, extraRoutes));
    for (const route of extraRoutes) route.mount(app);
    mountHealth(app, { desk, metrics });
    mountApi(app, { desk, clock, metrics, createId, textGoesTo: options.textGoesTo });
    mountSpeakersApi(app, desk);
    mountPage(app, page, desk);
    app.use((request: Request) => {
      throw new RefusedRequest({
        status: 404,
        problem: `The desk has nothing at ${request.path.slice(0, 200)}.`,
        hint: 'Start from the page at /.',
      });
    });
    app.use(answerProblems(logger, createId));
    return app;
  }

  return {
    async listen() {
      const app = await createApp();
      server = createServer(
        {
          headersTimeout: timeouts.headersMs,
          requestTimeout: timeouts.requestMs,
          keepAliveTimeout: timeouts.keepAliveMs,
          connectionsCheckingInterval: timeouts.checkEveryMs,
        },
        app,
      );
      await bind(server, { host, port });
      server.on('error', (error) => logger.error({ error: error.message }, 'the web server failed'));
      const bound = server.address();
      if (bound === null || typeof bound === 'string') {
        throw new DeskError({
          code: 'defect',
          message: `The web server is bound to "${String(bound)}", not to a port.`,
          hint: 'Report this with the settings HOST and PORT.',
        });
      }
      return { address: bound.address, port: bound.port };
    },
    async close(deadlineMs) {
      const closing = server;
      server = undefined;
      if (closing === undefined) return;
      // A connection that is kept alive would hold the server open after its last response.
      for (const response of running) if (!response.headersSent) response.setHeader('Connection', 'close');
      const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
      const deadline = setTimeout(() => closing.closeAllConnections(), deadlineMs);
      await closed;
      clearTimeout(deadline);
    },
  };
}

function countRequests(deps: { metrics: Metrics; clock: Clock; extraRoutes: readonly RouteMount[] }) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedMs = deps.clock.monotonicMs();
    const path = request.path;
    response.once('close', () => {
      deps.metrics.countRequest({
        route: routePattern(request) ?? findMount(path, deps.extraRoutes)?.path ?? 'other',
        method: request.method,
        status: response.statusCode,
        durationMs: deps.clock.monotonicMs() - startedMs,
      });
    });
    next();
  };
}

function guardRequests(rules: HostRules, extraRoutes: readonly RouteMount[]) {
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set(SECURITY_HEADERS);
    if (findMount(request.path, extraRoutes)?.authenticatesItself !== true) {
      const { host, origin, 'sec-fetch-site': fetchSite } = request.headers;
      const refusal =
        checkHost(host, rules) ??
        checkOrigin(
          { method: request.method, host, origin, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined },
          rules,
        );
      if (refusal !== undefined) throw new RefusedRequest(refusal);
    }
    next();
  };
}

function answerProblems(logger: Logger, createId: () => string) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const reference = createId().slice(0, 8);
    const problem = problemOf(error, reference);
    if (problem.status >= 500) {
      logger.error({ reference, route: routePattern(request), error: messageOf(error) }, 'a request failed');
    }
    if (request.path.startsWith('/api/')) {
      sendJson(response, problem.status, { problem: problem.problem, hint: problem.hint });
      return;
    }
    response.status(problem.status).set('Cache-Control', 'no-store').type('html').send(renderProblemPage(problem));
  };
}

/** The pattern of the route that served the request, for example `/api/answers/:id`. */
function routePattern(request: Request): string | undefined {
  const pattern: unknown = request.route?.path;
  return typeof pattern === 'string' ? pattern : undefined;
}

function findMount(path: string, mounts: readonly RouteMount[]): RouteMount | undefined {
  return mounts.find((mount) => path === mount.path || path.startsWith(`${mount.path}/`));
}

function bind(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(translateBindError(error, { host, port })));
    server.listen({ host, port }, () => resolve());
  });
}

function translateBindError(error: Error, { host, port }: { host: string; port: number }): DeskError {
  const code = 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new DeskError({
        code: 'busy',
        message: `Port ${port} of ${host} is taken by another program.`,
        hint: 'Set PORT to another port, or PORT=0 to take a free one.',
        cause: error,
      });
    case 'EACCES':
      return new DeskError({
        code: 'bad_setting',
        message: `Port ${port} of ${host} may not be used by this account.`,
        hint: 'Set PORT to a port above 1023, or PORT=0 to take a free one.',
        cause: error,
      });
    default:
      return new DeskError({
        code: 'bad_setting',
        message: `The address ${host}, port ${port}, cannot be used: ${error.message}.`,
        hint: 'Set HOST to an address of this machine, for example 127.0.0.1.',
        cause: error,
      });
  }
}
