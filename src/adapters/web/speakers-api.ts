import type { Express } from 'express';
import type { Desk, StoredDocument } from '../../core/ports.ts';
import { sendJson } from './api.ts';
import { methodNotAllowed } from './method.ts';
import { parseSpeakerQuery, parseSpeakersQuery } from './parse.ts';
import { RefusedRequest } from './problem.ts';
import { entityRecordToJson, speakersToJson } from './render-speakers.ts';

/** Mounts what the page asks about the persons and bodies that speak in the sources. */
export function mountSpeakersApi(app: Express, desk: Desk): void {
  app
    .route('/api/speakers')
    .get(async (request, response) => {
      const { name, limit } = parseSpeakersQuery(request.query);
      const wanted = name.trim();
      // One more than asked for tells whether there are more.
      const found = await desk.listEntities({ name: wanted === '' ? undefined : wanted, limit: limit + 1 });
      sendJson(response, 200, speakersToJson(found, limit));
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/api/speakers/:id')
    .get(async (request, response) => {
      const { limit } = parseSpeakerQuery(request.query);
      const record = await desk.findEntity(request.params.id, limit);
      if (record === undefined) {
        throw new RefusedRequest({
          status: 404,
          problem: `The desk knows no speaker "${request.params.id.slice(0, 200)}".`,
          hint: 'A name may have changed with its documents; the list of speakers shows who speaks now.',
        });
      }
      const documents = new Map<string, StoredDocument>();
      for (const id of new Set(record.statements.map(({ document }) => document.id))) {
        const document = await desk.findDocument(id);
        if (document !== undefined) documents.set(id, document);
      }
      sendJson(response, 200, entityRecordToJson(record, documents));
    })
    .all(methodNotAllowed(['GET', 'HEAD']));
}
