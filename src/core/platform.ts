/** Languages of the desk's own words. Quotations stay in the language of their source. */
export const INTERFACE_LANGUAGES = ['en', 'fr', 'de'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** How the desk behaves in one place (a channel, a chat with one person). */
export interface PlaceSettings {
  readonly language: InterfaceLanguage;
  /** Who sees an answer to a mention: everybody in the place, or only who asked, who may then share it. */
  readonly answers: 'public' | 'private';
  /** In a thread that the desk has answered in, further questions need no mention while nobody else joins in. */
  readonly followUpWithoutMention: boolean;
  /** Answers come from these sources only: document ids or publishers, upper and lower case alike. Empty: from all. */
  readonly sources: readonly string[];
  /** What the digest of this place is about. Empty: everything. */
  readonly topics: readonly string[];
  readonly changedBy: 'members' | 'admins';
}

/** What holds in a place until somebody changes it. */
export const DEFAULT_PLACE_SETTINGS: PlaceSettings = {
  language: 'en',
  answers: 'public',
  followUpWithoutMention: false,
  sources: [],
  topics: [],
  changedBy: 'members',
};

/** Most entries of `sources` and of `topics`, and characters of one: what a settings form of a chat platform takes. */
export const PLACE_SETTINGS_LIMITS = { entries: 50, entryLength: 200 } as const;

export const VERDICTS = ['helpful', 'unhelpful'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a person thinks of a kept answer. */
export interface Feedback {
  /** Of the answer in the AnswerStore (`permalinkId` of the reply). */
  readonly answerId: string;
  readonly verdict: Verdict;
  /** As `Message.person`, with its platform: `slack:T123:U456`. Kept as a keyed hash only. */
  readonly person: string;
  /** As `Message.place`, with its platform: `slack:T123:C456`. */
  readonly place: string;
  readonly at: Date;
}

export interface FeedbackCounts {
  readonly helpful: number;
  readonly unhelpful: number;
}
