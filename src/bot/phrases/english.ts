import type { Phrases } from './phrases.ts';

export const ENGLISH: Phrases = {
  help: [
    'Ask a question about the sources, for example what a person or a body said about a subject. The desk answers with the sources’ own sentences, each with its source, and says so when they do not tell.',
    '“summary” or “summary of a topic” sums up what the sources say.',
    '“who-said Name” or “who-said Name about a topic” lists what a person or body said.',
    '“check” and a text shows which sources speak to it.',
    '“digest” shows what became known today; “digest 2026-06-18” another day.',
    '“sources” lists what the desk answers from; “settings” shows how it behaves here.',
    'Short follow-ups (“and in Germany?”, “why?”) are understood from the question before; “forget” ends that.',
  ].join('\n'),
  forgotten: {
    conversation: 'This conversation is forgotten: the next question is understood by itself.',
    person: 'Forgotten: your questions, the answers kept for you and your feedback are erased.',
  },
  noSettings: 'There are no settings here: they belong to a channel of a chat platform.',
  missing: {
    name: {
      problem: 'The command does not say whose words are wanted.',
      hint: 'Write “who-said Name” or “who-said Name about a topic”.',
    },
    text: {
      problem: 'The command does not say what is to be checked.',
      hint: 'Write “check” and the text behind it.',
    },
  },
  failed: {
    problem: 'The desk failed on this question.',
    hint: 'Try again; if it fails again, look at the log.',
  },
  late: (seconds) => ({
    problem: `The desk found no answer within ${seconds} seconds.`,
    hint: 'Ask again, or ask a narrower question.',
  }),
  lost: {
    problem: 'The desk was interrupted while it worked on this question, and its answer is lost.',
    hint: 'Please ask again.',
  },
  maybeLost: {
    problem: 'The desk was interrupted while it sent its answer.',
    hint: 'If no answer stands above, please ask again.',
  },
  digestOf: (date) => `Digest of ${date}`,
  summaryOf: (topic) => (topic === undefined ? 'Summary of the sources' : `Summary: ${topic}`),
  nothingToSum: 'The sources hold nothing for this.',
};
