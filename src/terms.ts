import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceProblem } from './core/ports.ts';
import { createLexicon, type Lexicon } from './retrieval/languages/lexicon.ts';
import { readTermsFile, stampOfTermsFile, TERMS_FILE } from './sources/read-terms-file.ts';

/** The list that comes with the program: it serves where a knowledge folder has none of its own. */
const SHIPPED = fileURLToPath(new URL(`../knowledge/${TERMS_FILE}`, import.meta.url));

/** What things are called in several languages, kept in line with the terms file. */
export interface Terms {
  lexicon(): Lexicon;
  /** Reads the file again when it has changed; what is wrong with it comes back each time. */
  refresh(): Promise<readonly SourceProblem[]>;
}

/** `knowledgeDir` as `DeskOptions.knowledgeDir`. */
export async function openTerms(knowledgeDir: string | undefined): Promise<Terms> {
  let stamp: string | undefined;
  let problems: readonly SourceProblem[] = [];
  let lexicon = createLexicon([]);

  async function refresh(): Promise<readonly SourceProblem[]> {
    const own = knowledgeDir === undefined ? undefined : join(knowledgeDir, TERMS_FILE);
    const ownStamp = own === undefined ? undefined : await stampOfTermsFile(own);
    const path = own === undefined || ownStamp === undefined ? SHIPPED : own;
    const newest = `${path} ${ownStamp ?? ''}`;
    if (newest === stamp) return problems;
    const file = await readTermsFile(path);
    stamp = newest;
    problems = file.problems;
    lexicon = createLexicon(file.terms);
    return problems;
  }

  await refresh();
  return { lexicon: () => lexicon, refresh };
}
