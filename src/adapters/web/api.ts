import type { Express, Request, Response } from 'express';
import express from 'express';
import type { Clock, Desk } from '../../core/ports.ts';
import { methodNotAllowed } from './method.ts';
import type { Metrics, QuestionOutcome } from './metrics.ts';
import { parseAsk, parseDocumentQuery, parseListQuery } from './parse.ts';
import { MAX_BODY_BYTES, RefusedRequest } from './problem.ts';
import { citationsOf, otherReplyToJson, sourcesToJson, webAnswerToJson } from './render.ts';
import { documentToJson } from './render-document.ts';
import { findCitedDocuments } from './speaker-links.ts';

/** Mounts what the page asks of the desk. Every response is JSON that is not to be stored. */
export function mountApi(
  app: Express,
  deps: { desk: Desk; clock: Clock; metrics: Metrics; createId: () => string; textGoesTo: string | undefined },
): void {
  const { desk, clock, metrics, createId } = deps;
  const readJson = express.json({ limit: MAX_BODY_BYTES, inflate: false });

  app
    .route('/api/ask')
    .post(requireJson, readJson, async (request, response) => {
      const startedMs = clock.monotonicMs();
      const count = (outcome: QuestionOutcome) => metrics.countQuestion(outcome, clock.monotonicMs() - startedMs);
      const message = parseAsk(request.body, { id: createId(), receivedAt: clock.now() });
      try {
        const { status, body, outcome } = await ask(message);
        count(outcome);
        sendJson(response, status, body);
      } catch (error) {
        count('failed');
        throw error;
      }
    })
    .all(methodNotAllowed(['POST']));

  app
    .route('/api/answers/:id')
    .get(async (request, response) => {
      const id = request.params.id;
      const kept = await desk.findAnswer(id);
      if (kept === undefined) throw answerNotThere(id);
      const cited = await findCitedDocuments(desk, kept.answer);
      sendJson(response, 200, webAnswerToJson(kept.answer, { permalinkId: id, askedAt: kept.askedAt, cited }));
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/api/sources')
    .get(async (request, response) => {
      const query = parseListQuery(request.query);
      sendJson(response, 200, sourcesToJson(await desk.listSources(), query));
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/api/documents/:id')
    .get(async (request, response) => {
      const { at } = parseDocumentQuery(request.query);
      const document = await desk.findDocument(request.params.id);
      if (document === undefined) {
        throw new RefusedRequest({
          status: 404,
          problem: `The desk holds no document "${request.params.id.slice(0, 200)}".`,
          hint: 'It may have been withdrawn; the list of sources shows what is at hand.',
        });
      }
      const speakerIds = await desk.identifySpeakers(document);
      sendJson(response, 200, documentToJson(document, { at, speakerIds }));
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/api/suggestions')
    .get(async (_request, response) => {
      sendJson(response, 200, { suggestions: await desk.suggestQuestions() });
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/api/about')
    .get((_request, response) => sendJson(response, 200, { textGoesTo: deps.textGoesTo ?? null }))
    .all(methodNotAllowed(['GET', 'HEAD']));

  async function ask(message: ReturnType<typeof parseAsk>) {
    const reply = await desk.handleMessage(message);
    switch (reply.kind) {
      case 'answer': {
        const { answer, permalinkId } = reply;
        const cited = await findCitedDocuments(desk, answer);
        const body = webAnswerToJson(answer, { permalinkId, askedAt: message.receivedAt, cited });
        return { status: 200, body, outcome: answer.status };
      }
      case 'problem': {
        // The reply does not tell a bad question from a desk that is not ready; the desk itself does.
        const status = (await desk.notReadyReason()) === undefined ? 400 : 503;
        return { status, body: { problem: reply.problem, hint: reply.hint }, outcome: reply.kind };
      }
      default: {
        const cited = await findCitedDocuments(desk, { citations: citationsOf(reply), related: [] });
        return { status: 200, body: otherReplyToJson(reply, cited), outcome: reply.kind };
      }
    }
  }
}

function answerNotThere(id: string): RefusedRequest {
  return new RefusedRequest({
    status: 404,
    problem: `No answer is kept under "${id.slice(0, 64)}".`,
    hint: 'Check the link, or ask the question again.',
  });
}

/** JSON for programs and the page, never kept by a cache: answers may hold what a document's owner withdraws. */
export function sendJson(response: Response, status: number, body: unknown): void {
  response.status(status).set('Cache-Control', 'no-store').json(body);
}

/** A form of another site can send text or form data without asking first, JSON it cannot. */
function requireJson(request: Request, _response: Response, next: () => void): void {
  if (request.is('application/json') === false || request.get('content-type') === undefined) {
    throw new RefusedRequest({
      status: 415,
      problem: 'The body of the request is not marked as JSON.',
      hint: 'Send {"question": "…"} with the header Content-Type: application/json.',
    });
  }
  next();
}
