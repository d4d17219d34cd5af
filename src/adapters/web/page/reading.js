// @ts-check
import { openDocumentPage } from './document-page.js';
import { byId } from './dom.js';
import { readPath } from './paths.js';
import { openSourcesPage } from './sources-page.js';
import { openSpeakerPage } from './speaker-page.js';
import { openSpeakersPage } from './speakers-page.js';

const main = byId('main');
const place = readPath(location.pathname);
for (const link of document.querySelectorAll('.site-nav [data-view]')) {
  if (link.getAttribute('data-view') === place?.view) {
    link.setAttribute('aria-current', place?.id === undefined ? 'page' : 'true');
  }
}
if (place?.view === 'speakers') place.id === undefined ? openSpeakersPage(main) : openSpeakerPage(place.id, main);
else place?.id === undefined ? openSourcesPage(main) : openDocumentPage(place.id, main);
