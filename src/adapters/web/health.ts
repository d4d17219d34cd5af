import type { Express } from 'express';
import { messageOf } from '../../core/errors.ts';
import type { Desk } from '../../core/ports.ts';
import { sendJson } from './api.ts';
import { methodNotAllowed } from './method.ts';
import type { Metrics } from './metrics.ts';
import { METRICS_CONTENT_TYPE } from './metrics.ts';

/** What whoever runs the desk watches: is it alive, can it answer, what has it done. */
export function mountHealth(app: Express, { desk, metrics }: { desk: Desk; metrics: Metrics }): void {
  app
    .route('/healthz')
    .get((_request, response) => sendJson(response, 200, { alive: true }))
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/readyz')
    .get(async (_request, response) => {
      const reason = await desk.notReadyReason().catch(messageOf);
      if (reason === undefined) sendJson(response, 200, { ready: true });
      else sendJson(response, 503, { ready: false, reason });
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/metrics')
    .get((_request, response) => {
      response.set({ 'Cache-Control': 'no-store', 'Content-Type': METRICS_CONTENT_TYPE }).send(metrics.renderText());
    })
    .all(methodNotAllowed(['GET', 'HEAD']));
}
