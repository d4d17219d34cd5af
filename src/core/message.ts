import type { Answer } from './answer.ts';
import type { DocumentSummary } from './document.ts';

export type Platform = 'web' | 'slack' | 'teams' | 'terminal';

/** What a person sent, platform-neutral. */
export interface Message {
  /** The platform's id of the event: one reply per id. */
  readonly id: string;
  readonly platform: Platform;
  /** Where it was said: a channel, a thread, a browser's conversation. */
  readonly conversation: string;
  /** Without mentions of the desk. */
  readonly text: string;
  readonly receivedAt: Date;
}

/** What goes back. Adapters render it; they decide nothing. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly permalinkId: string }
  | { readonly kind: 'sources'; readonly sources: readonly DocumentSummary[] }
  | { readonly kind: 'help'; readonly text: string; readonly suggestions: readonly string[] }
  /** One sentence that says what is wrong and one that says what to do. */
  | { readonly kind: 'problem'; readonly problem: string; readonly hint: string };
