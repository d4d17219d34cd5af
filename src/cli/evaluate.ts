import { writeFile } from 'node:fs/promises';
import { openDesk } from '../app.ts';
import { DeskError, messageOf } from '../core/errors.ts';
import { curveToJson, renderCurve, traceCurves } from '../evaluation/curve-report.ts';
import { errorsToJson, rankErrors, renderErrors } from '../evaluation/error-report.ts';
import type { ItemOutcome } from '../evaluation/outcome.ts';
import { evaluationToJson, renderEvaluationTable } from '../evaluation/report.ts';
import { runEvaluation } from '../evaluation/run-evaluation.ts';
import { findSetsDir } from '../evaluation/set-files.ts';
import { createTemporaryWorkbench } from '../evaluation/temporary-workbench.ts';
import { createLogger } from '../log.ts';
import { readSettings } from '../settings.ts';
import { createProgressLine, describeProblem, printJson, printLine, tell } from './output.ts';
import type { CommonOptions } from './with-desk.ts';

/** `desk eval [SET…]`: our figures beside those of others. */
export async function runEval(
  sets: readonly string[],
  options: CommonOptions & { sets?: string; sample?: number; errors?: boolean; out?: string },
): Promise<void> {
  const settings = readSettings(process.env);
  const logger = createLogger((process.env.LOG_LEVEL ?? '') === '' ? 'error' : settings.LOG_LEVEL);
  const progress = createProgressLine();
  const workbench = createTemporaryWorkbench({
    openDesk: (given) => openDesk({ ...given, logger, embedder: settings.EMBEDDER, environment: process.env }),
    knowledgeDir: options.knowledge ?? settings.KNOWLEDGE_DIR,
    onProblem: (problem) => {
      if (problem.effect === 'skipped') tell(describeProblem(problem));
    },
  });
  const outcomes: ItemOutcome[] = [];
  const rows = await runEvaluation({
    findSetsDir: () => findSetsDir({ given: options.sets, env: process.env }),
    workbench,
    sets,
    sampleSize: options.sample,
    onProgress: ({ set, done, total }) => progress.draw(done, total, set),
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  progress.clear();
  const curves = traceCurves(outcomes);
  const errors = rankErrors(outcomes);
  const figures = {
    figures: evaluationToJson(rows),
    curves: curves.map(curveToJson),
    errors: errorsToJson(errors),
  };
  const parts = [renderEvaluationTable(rows), ...curves.map(renderCurve)];
  if (options.errors === true) parts.push('### The commonest errors\n', renderErrors(errors));
  await (options.json === true ? printJson(figures) : printLine(parts.join('\n')));
  if (options.out !== undefined) await writeFigures(options.out, figures);
}

async function writeFigures(path: string, figures: unknown): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(figures, undefined, 2)}\n`);
  } catch (error) {
    throw new DeskError({
      code: 'bad_input',
      message: `The figures cannot be written to "${path}": ${messageOf(error)}.`,
      hint: 'Give a file in a folder that exists and may be written with --out.',
      cause: error,
    });
  }
}
