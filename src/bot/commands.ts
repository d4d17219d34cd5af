/** What a message asks for. */
export type Command =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'sources' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'help' };

/** The words that are commands when they stand alone; everything else is a question. */
const COMMAND_WORDS: Readonly<Record<string, Command['kind']>> = {
  help: 'help',
  '?': 'help',
  commands: 'help',
  sources: 'sources',
  'list sources': 'sources',
  'list the sources': 'sources',
  forget: 'forget',
  'forget it': 'forget',
  'forget this': 'forget',
  'forget this conversation': 'forget',
  'start over': 'forget',
  'new conversation': 'forget',
  reset: 'forget',
};

/** Reads a message's text. "ask …" may be said and need not. */
export function parseCommand(text: string): Command {
  const words = text.trim().replace(/^\//, '');
  const kind = COMMAND_WORDS[words.toLowerCase()];
  if (kind === 'help' || kind === 'sources' || kind === 'forget') return { kind };
  return { kind: 'ask', question: words.replace(/^ask\s+(?=\S)/i, '') };
}

export const HELP_TEXT =
  'Ask a question about the sources, for example what a person or a body said about a subject. The desk answers with the sources’ own sentences, each with its source, and says so when they do not tell. “sources” lists what it answers from; short follow-ups (“and in Germany?”, “why?”) are understood from the question before, and “forget” ends that.';

export const FORGOTTEN_TEXT = 'This conversation is forgotten: the next question is understood by itself.';
