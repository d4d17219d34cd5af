import type { Answer, Citation, Summary } from './answer.ts';
import type { DocumentSummary } from './document.ts';
import type { Entity } from './entity.ts';
import type { PlaceSettings } from './platform.ts';

export type Platform = 'web' | 'slack' | 'teams' | 'terminal';

/** What a message asks for. */
export type Command =
  | { readonly kind: 'ask'; readonly question: string }
  /** Of the sources on a topic, or of the newest. */
  | { readonly kind: 'summary'; readonly topic?: string }
  /** What a person or body said, about a topic or at all. */
  | { readonly kind: 'who-said'; readonly name: string; readonly topic?: string }
  /** What became known on a day (`2026-06-18`), today unless given. */
  | { readonly kind: 'digest'; readonly date?: string }
  /** Which sources speak to a text. */
  | { readonly kind: 'check'; readonly text: string }
  | { readonly kind: 'sources' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'help' };

/** What a person sent, platform-neutral. */
export interface Message {
  /**
   * The platform's id of the event: one reply per id. Where one message arrives as several events (a mention that is
   * also a message), an id made of what they share: workspace, channel and the message's own id.
   */
  readonly id: string;
  readonly platform: Platform;
  /** Where it was said: a channel, a thread, a browser's conversation. Follow-ups are understood within it. */
  readonly conversation: string;
  /** Without mentions of the desk. */
  readonly text: string;
  readonly receivedAt: Date;
  /** Who asked: the platform's ids of workspace and user, as `T123:U456`. Absent where nobody is known (the web). */
  readonly person?: string;
  /** Workspace and channel, as `T123:C456`: whose settings hold. Absent where there are none (the web). */
  readonly place?: string;
  /**
   * Only who asked sees the reply (a direct message, a slash command): what is remembered of it is kept apart from what
   * others ask in the same conversation.
   */
  readonly isPrivate?: boolean;
  /** What is asked for, where the platform tells (a shortcut, a button); else it is read from the text. */
  readonly command?: Command;
  /**
   * What people wrote before in the same thread, oldest first: what a follow-up leans on where the desk was asked nothing
   * there yet. Its own transcript goes first.
   */
  readonly earlier?: readonly string[];
}

/** Sentences of one document that speak to a checked text, best first. */
export interface CheckedSource {
  readonly document: string;
  readonly citations: readonly Citation[];
}

/** What goes back. Adapters render it; they decide nothing. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly permalinkId: string }
  /** Of a topic, of the newest sources, or the digest of a day; without sentences when there is nothing. */
  | { readonly kind: 'summary'; readonly summary: Summary }
  /** What one person or body said, newest first; `citations` are the first of all its statements. */
  | { readonly kind: 'speaker'; readonly entity: Entity; readonly citations: readonly Citation[] }
  /** Several persons or bodies bear the name: which one is meant? Each can be asked for by its full name. */
  | { readonly kind: 'choice'; readonly name: string; readonly entities: readonly Entity[] }
  /** The sources that speak to a text, best first; empty: none does. */
  | { readonly kind: 'check'; readonly text: string; readonly sources: readonly CheckedSource[] }
  | { readonly kind: 'sources'; readonly sources: readonly DocumentSummary[] }
  | { readonly kind: 'settings'; readonly settings: PlaceSettings }
  | { readonly kind: 'help'; readonly text: string; readonly suggestions: readonly string[] }
  /** One sentence that says what is wrong and one that says what to do. */
  | { readonly kind: 'problem'; readonly problem: string; readonly hint: string };
