/** The languages that questions and sources are read in. */
export type Language = 'en' | 'fr' | 'de';

/** One thing and what it is called in each language, the plainest word first; a language may be without. */
export type TranslatedTerm = Readonly<Record<Language, readonly string[]>>;
