// @ts-check
import { byId } from './dom.js';

/** As the desk's own limit; the desk refuses what is longer, the box only warns. */
const MAX_QUESTION_LENGTH = 2000;
/** From here on the box counts. */
const COUNT_FROM = 1600;

/**
 * The question box: Enter sends, Shift + Enter starts a new line. One question is under way at a time.
 * @param {(question: string) => void} send
 */
export function createComposer(send) {
  /** @type {HTMLTextAreaElement} */
  const box = byId('question');
  const askButton = byId('ask-button');
  const note = byId('composer-note');
  let isBusy = false;

  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    submitBox();
  });
  box.addEventListener('keydown', (event) => {
    // While a word is being composed (Japanese, accents), Enter takes the word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submitBox();
  });
  box.addEventListener('input', update);

  function submitBox() {
    const question = box.value.trim();
    if (question === '') note.textContent = 'Type a question first.';
    else if (sendUnlessBusy(question)) {
      box.value = '';
      update();
    }
    box.focus();
  }

  /** @param {string} question @returns {boolean} whether it was sent */
  function sendUnlessBusy(question) {
    if (isBusy) {
      note.textContent = 'One moment: the desk is still at your last question.';
      return false;
    }
    send(question);
    return true;
  }

  function update() {
    const length = box.value.length;
    const isTooLong = length > MAX_QUESTION_LENGTH;
    note.textContent = length < COUNT_FROM ? '' : `${length.toLocaleString('en')} of 2,000 characters`;
    note.classList.toggle('too-long', isTooLong);
    box.setAttribute('aria-invalid', String(isTooLong));
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  }

  return {
    focus: () => box.focus({ preventScroll: true }),
    send: sendUnlessBusy,
    /** @param {boolean} busy */
    setBusy(busy) {
      isBusy = busy;
      askButton.setAttribute('aria-disabled', String(busy));
      note.textContent = '';
    },
    /** Gives a question back that could not be answered, unless another is being typed. @param {string} question */
    restore(question) {
      if (box.value !== '') return;
      box.value = question;
      update();
    },
  };
}
