import type { Command } from '../core/message.ts';

/** The words that are commands when they stand alone. */
const COMMAND_WORDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...['help', '?', 'commands'].map((words): [string, Command] => [words, { kind: 'help' }]),
  ...['sources', 'list sources', 'list the sources'].map((words): [string, Command] => [words, { kind: 'sources' }]),
  ['settings', { kind: 'settings' }],
  ...['digest', 'digest today', "today's digest"].map((words): [string, Command] => [words, { kind: 'digest' }]),
  ...['summary', 'summarise', 'summarize', 'summary of the sources'].map((words): [string, Command] => [
    words,
    { kind: 'summary' },
  ]),
  ...['forget', 'forget me', 'forget it', 'forget this', 'forget this conversation'].map((words): [string, Command] => [
    words,
    { kind: 'forget' },
  ]),
  ...['start over', 'new conversation', 'reset'].map((words): [string, Command] => [words, { kind: 'forget' }]),
]);

/** What stands between a name and a topic, in the languages of the interface. */
const ABOUT = /\s+(?:about|on|sur|über|zu)\s+/iu;

/** Commands with words behind them. The first that fits reads the text. */
const COMMAND_FORMS: readonly { readonly form: RegExp; readonly read: (words: string) => Command }[] = [
  {
    form: /^summar(?:y|ise|ize)(?:\s+(?:of|on|about))?\s+(?<words>\S.*)$/is,
    read: (topic) => ({ kind: 'summary', topic }),
  },
  { form: /^who-said(?:\s+(?<words>.*))?$/is, read: readWhoSaid },
  { form: /^digest\s+(?:of\s+)?(?<words>\d{4}-\d{2}-\d{2})$/i, read: (date) => ({ kind: 'digest', date }) },
  { form: /^check:?(?:\s+(?<words>.*))?$/is, read: (text) => ({ kind: 'check', text }) },
];

/** Reads a message's text: a command, or else a question. "ask …" may be said and need not. */
export function parseCommand(text: string): Command {
  const words = text.trim().replace(/^\//, '');
  const alone = COMMAND_WORDS.get(words.toLowerCase());
  if (alone !== undefined) return alone;
  for (const { form, read } of COMMAND_FORMS) {
    const match = form.exec(words);
    if (match !== null) return read((match.groups?.words ?? '').trim());
  }
  return { kind: 'ask', question: words.replace(/^ask\s+(?=\S)/i, '') };
}

function readWhoSaid(words: string): Command {
  const match = ABOUT.exec(words);
  if (match === null) return { kind: 'who-said', name: words };
  const topic = words.slice(match.index + match[0].length).trim();
  return { kind: 'who-said', name: words.slice(0, match.index), ...(topic === '' ? {} : { topic }) };
}
