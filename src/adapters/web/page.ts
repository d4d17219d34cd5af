import type { Express, Request, Response } from 'express';
import { DeskError } from '../../core/errors.ts';
import type { Desk } from '../../core/ports.ts';
import type { Asset } from './assets.ts';
import { loadAssets } from './assets.ts';
import { methodNotAllowed } from './method.ts';
import { RefusedRequest } from './problem.ts';

interface Page {
  /** Where one asks. */
  readonly index: Asset;
  /** Where one reads: documents and speakers. */
  readonly reading: Asset;
  readonly icon: Asset;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** Reads the files of the page. @throws DeskError `defect` when the installation lacks them. */
export async function loadPage(): Promise<Page> {
  const assets = await loadAssets(new URL('./page/', import.meta.url));
  const index = assets.get('index.html');
  const reading = assets.get('reading.html');
  const icon = assets.get('icon.svg');
  if (index === undefined || reading === undefined || icon === undefined) {
    throw new DeskError({
      code: 'defect',
      message: 'The files of the web page (index.html, reading.html, icon.svg) are missing from the installation.',
      hint: 'Install the desk again.',
    });
  }
  return { index, reading, icon, assets };
}

/** Mounts the page, its permanent links, and its files. */
export function mountPage(app: Express, page: Page, desk: Desk): void {
  app
    .route('/')
    .get((request, response) => sendAsset(request, response, page.index))
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/answers/:id')
    .get(async (request, response) => {
      // The page itself says what is missing; only the status is told here, for programs.
      if ((await desk.findAnswer(request.params.id)) === undefined) response.status(404);
      sendAsset(request, response, page.index);
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  for (const list of ['/documents', '/speakers']) {
    app
      .route(list)
      .get((request, response) => sendAsset(request, response, page.reading))
      .all(methodNotAllowed(['GET', 'HEAD']));
  }

  app
    .route('/documents/:id')
    .get(async (request, response) => {
      if ((await desk.findDocument(request.params.id)) === undefined) response.status(404);
      sendAsset(request, response, page.reading);
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/speakers/:id')
    .get(async (request, response) => {
      if ((await desk.findEntity(request.params.id, 1)) === undefined) response.status(404);
      sendAsset(request, response, page.reading);
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/assets/:name')
    .get((request, response) => {
      const asset = page.assets.get(request.params.name);
      if (asset === undefined) {
        throw new RefusedRequest({
          status: 404,
          problem: `The page has no file "${request.params.name.slice(0, 100)}".`,
          hint: 'Load the page again.',
        });
      }
      sendAsset(request, response, asset);
    })
    .all(methodNotAllowed(['GET', 'HEAD']));

  app
    .route('/favicon.ico')
    .get((request, response) => sendAsset(request, response, page.icon))
    .all(methodNotAllowed(['GET', 'HEAD']));
}

/** Always asked again, sent again only when it changed. */
function sendAsset(request: Request, response: Response, asset: Asset): void {
  response.set({ 'Content-Type': asset.contentType, 'Cache-Control': 'no-cache', ETag: asset.etag });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.send(asset.body);
}
