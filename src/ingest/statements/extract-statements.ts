import type { Sentence } from '../../core/document.ts';
import type { Speaker, Statement } from '../../core/statement.ts';
import { draftStatements } from './drafts.ts';
import { buildEntityTable } from './entities.ts';
import { createSpeakerReader } from './speakers.ts';
import { readUnits } from './units.ts';
import { assignOutlets } from './via.ts';

interface StatementSource {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly publisher?: string;
  readonly author?: string;
  /** BCP 47 tag. */
  readonly language?: string;
}

/**
 * Who said what in a document, in the order of the text. Spans count in `text`. A speaker's `name`, `role` and
 * `organisation` are given only where the document tells them; where nobody clearly speaks there is no speaker.
 */
export function extractStatements(document: StatementSource): Statement[] {
  const { text } = document;
  const units = readUnits(document);
  const reader = createSpeakerReader(text, units, buildEntityTable(units));
  const drafts = draftStatements(text, units, document.language?.slice(0, 2).toLowerCase());
  return assignOutlets({ text, units, drafts, reader }).map(({ draft, speaker, via }): Statement => {
    const { content, cue } = draft;
    return {
      ...content,
      text: text.slice(content.start, content.end),
      kind: draft.kind,
      ...(speaker === undefined ? {} : { speaker: readSpeaker(text, speaker) }),
      ...(cue === undefined ? {} : { cue: { ...cue, text: text.slice(cue.start, cue.end) } }),
      ...(via === undefined ? {} : { via }),
      carried: draft.carried,
    };
  });
}

function readSpeaker(text: string, speaker: Omit<Speaker, 'text'>): Speaker {
  return { ...speaker, text: text.slice(speaker.start, speaker.end) };
}
