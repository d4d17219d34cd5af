// @ts-check
/** @import { OtherReplyJson, WebAnswerJson } from '../render.ts' */
import { describeAnswer, renderAnswer } from './answer-view.js';
import { askDesk, fetchAbout, fetchAnswer, fetchNotReadyReason, fetchSources, fetchSuggestions } from './api.js';
import { createComposer } from './composer.js';
import { forgetConversation, recallConversation, rememberAnswer } from './conversation-memory.js';
import { openDocument } from './document-view.js';
import { announce, button, byId, element, prefersStillness } from './dom.js';
import { closePanel, hidePanel } from './panel.js';
import { hidePreview } from './preview.js';
import { renderProblem } from './problem-view.js';
import { renderCommandReply } from './reply-view.js';
import { openSources } from './sources-view.js';

/** Its name lets the desk find what a follow-up question refers to. */
let remembered = recallConversation();
const conversation = byId('conversation');
const intro = byId('intro');
const sourcesButton = byId('sources-button');
const composer = createComposer((question) => ask(question));

sourcesButton.addEventListener('click', () => openSources(sourcesButton));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && (hidePreview() || closePanel())) event.preventDefault();
});

for (const link of document.querySelectorAll('a[href="/"]')) link.addEventListener('click', forgetConversation);

const keptId = /^\/answers\/([^/]+)\/?$/.exec(location.pathname)?.[1];
if (keptId !== undefined) showKept(decodeURIComponent(keptId)).then(resumeConversation);
else if (remembered.answers.length > 0) resumeConversation();
else startConversation();
showState();

/** @param {string} question */
async function ask(question) {
  hidePanel();
  const entry = addEntry(question);
  entry.wait('Searching the sources…');
  composer.setBusy(true);
  const outcome = await askDesk(question, remembered.name);
  composer.setBusy(false);
  if (outcome.ok) {
    entry.fill(renderReply(outcome.value));
    announce(outcome.value.kind === 'answer' ? describeAnswer(outcome.value) : 'The desk has replied.');
    if (outcome.value.kind === 'answer') remembered = rememberAnswer(remembered, idOf(outcome.value));
    inviteFollowUp();
    if (outcome.value.kind === 'sources') openSources(sourcesButton);
    return;
  }
  const again = () => {
    entry.remove();
    ask(question);
  };
  entry.fill(renderProblem(outcome, outcome.kind === 'refused' ? undefined : again));
  composer.restore(question);
}

/** @param {string} id */
async function showKept(id) {
  intro.hidden = true;
  const entry = addEntry(undefined);
  entry.wait('Opening the kept answer…');
  const outcome = await fetchAnswer(id);
  if (outcome.ok) {
    entry.setQuestion(outcome.value.question);
    document.title = `${outcome.value.question} – Sovereignty Desk`;
    entry.fill(renderReply(outcome.value));
    return;
  }
  const again = () => {
    entry.remove();
    showKept(id);
  };
  entry.fill(renderProblem(outcome, outcome.kind === 'refused' ? undefined : again));
}

/** Shows again what was asked here before the page was left; answers that are no longer kept are left out. */
async function resumeConversation() {
  if (remembered.answers.length === 0) return;
  intro.hidden = true;
  const outcomes = await Promise.all(remembered.answers.map(fetchAnswer));
  for (const outcome of outcomes) {
    if (outcome.ok) addEntry(outcome.value.question).fill(renderReply(outcome.value));
  }
  inviteFollowUp();
  lastQuestion()?.scrollIntoView({ block: 'start' });
}

function inviteFollowUp() {
  byId('question').setAttribute('placeholder', 'Ask a follow-up…');
  byId('new-conversation').hidden = false;
}

/** @param {WebAnswerJson} answer */
function idOf({ permalink }) {
  return permalink.slice(permalink.lastIndexOf('/') + 1);
}

/** @param {WebAnswerJson | OtherReplyJson} reply */
function renderReply(reply) {
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, sourceOpener(reply.status === 'answered'));
    case 'summary':
      return renderCommandReply(reply, sourceOpener(true));
    case 'speaker':
    case 'choice':
    case 'check':
      return renderCommandReply(reply, sourceOpener(false));
    case 'settings':
      return element('p', { class: 'help', text: 'Settings belong to a channel of a chat platform.' });
    case 'help':
      return element(
        'div',
        { class: 'help' },
        ...reply.text.split(/\n+/).map((line) => element('p', { text: line })),
        reply.suggestions.length === 0
          ? undefined
          : element('ul', { class: 'suggestion-list' }, ...reply.suggestions.map(renderSuggestion)),
      );
    case 'sources':
      return element('p', { class: 'help', text: 'The list of all sources is open beside.' });
  }
}

/**
 * Opens the source of a citation beside; `isNumbered`: the citation has a marker in the reply.
 * @param {boolean} isNumbered
 * @returns {import('./answer-view.js').OpenSource}
 */
function sourceOpener(isNumbered) {
  return (citation, opener) =>
    openDocument({ id: citation.document, title: citation.title, citation, isNumbered, opener });
}

/**
 * A question with the place for its reply.
 * @param {string | undefined} question
 */
function addEntry(question) {
  const title = element('h2', { class: 'question', text: question ?? '', attributes: { tabindex: '-1' } });
  title.hidden = question === undefined;
  const reply = element('div', { class: 'reply' });
  const entry = element('article', { class: 'exchange' }, title, reply);
  intro.hidden = true;
  conversation.append(entry);
  if (question !== undefined) {
    entry.scrollIntoView({ block: 'start', behavior: prefersStillness() ? 'auto' : 'smooth' });
  }
  return {
    /** @param {string} words */
    wait(words) {
      reply.replaceChildren(element('p', { class: 'waiting', text: words }));
      announce(words);
    },
    /** @param {Node} content */
    fill(content) {
      reply.replaceChildren(content);
    },
    /** @param {string} text */
    setQuestion(text) {
      title.textContent = text;
      title.hidden = false;
    },
    remove() {
      entry.remove();
    },
  };
}

/** @returns {HTMLElement | undefined} */
function lastQuestion() {
  return [...conversation.querySelectorAll('h2')].at(-1);
}

async function startConversation() {
  composer.focus();
  const outcome = await fetchSuggestions();
  if (!outcome.ok || outcome.value.suggestions.length === 0) return;
  byId('suggestions-list').replaceChildren(...outcome.value.suggestions.map(renderSuggestion));
  byId('suggestions').hidden = false;
}

/** @param {string} question */
function renderSuggestion(question) {
  return element(
    'li',
    {},
    // The button goes away with the introduction; the focus goes on to the question, where the answer will stand.
    button({ class: 'suggestion', text: question }, () => {
      if (composer.send(question)) lastQuestion()?.focus({ preventScroll: true });
    }),
  );
}

/** How many sources are at hand, whether the desk can answer at all, and where the words go. */
async function showState() {
  const [sources, reason, about] = await Promise.all([fetchSources({ limit: 0 }), fetchNotReadyReason(), fetchAbout()]);
  if (about.ok) {
    const { textGoesTo } = about.value;
    byId('whereabouts').textContent =
      textGoesTo === null
        ? 'Questions and answers stay on this machine.'
        : `Questions and the passages found are sent to ${textGoesTo} to word the answer.`;
  }
  if (sources.ok) byId('sources-count').textContent = sources.value.total.toLocaleString('en');
  const notice = byId('notice');
  if (reason !== undefined) notice.textContent = reason;
  else if (sources.ok && sources.value.total === 0) {
    notice.textContent = 'No source is indexed yet. Put documents into the knowledge folder and start the desk again.';
  }
  notice.hidden = notice.textContent === '';
}
