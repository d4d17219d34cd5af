import type { Sentence } from '../../core/document.ts';
import type { Speaker, Statement } from '../../core/statement.ts';
import { guessLanguage } from '../../core/text/language.ts';
import type { AttributionModel } from './attribution-model.ts';
import type { Draft } from './draft.ts';
import { draftStatements } from './drafts.ts';
import { buildEntityTable } from './entities.ts';
import { draftForeignStatements, foreignLanguageOf } from './foreign-drafts.ts';
import { createForeignSpeakerReader } from './foreign-speakers.ts';
import type { ForeignLanguage } from './foreign-words.ts';
import { createSpeakerReader, type SpeakerReader } from './speakers.ts';
import type { Unit } from './tokens.ts';
import { trainedModel } from './trained-model.ts';
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
export function extractStatements(document: StatementSource, model: AttributionModel = trainedModel()): Statement[] {
  const { text } = document;
  const units = readUnits(document);
  const foreign = foreignLanguageOf(document.language ?? guessLanguage(text));
  const { drafts, reader } =
    foreign === undefined ? readEnglish(text, units, model) : readForeign(text, units, foreign);
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

interface Reading {
  readonly drafts: readonly Draft[];
  readonly reader: SpeakerReader;
}

function readEnglish(text: string, units: readonly Unit[], model: AttributionModel): Reading {
  const table = buildEntityTable(units);
  return { drafts: draftStatements(text, units, { model, table }), reader: createSpeakerReader(text, units, table) };
}

function readForeign(text: string, units: readonly Unit[], language: ForeignLanguage): Reading {
  return {
    drafts: draftForeignStatements(text, units, language),
    reader: createForeignSpeakerReader(text, units, language),
  };
}

function readSpeaker(text: string, speaker: Omit<Speaker, 'text'>): Speaker {
  return { ...speaker, text: text.slice(speaker.start, speaker.end) };
}
