import { openDesk } from '../app.ts';
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
  options: CommonOptions & { sets?: string; sample?: number },
): Promise<void> {
  const settings = readSettings(process.env);
  const logger = createLogger((process.env.LOG_LEVEL ?? '') === '' ? 'error' : settings.LOG_LEVEL);
  const setsDir = findSetsDir({ given: options.sets, env: process.env });
  const progress = createProgressLine();
  const workbench = createTemporaryWorkbench({
    openDesk: (given) => openDesk({ ...given, logger, embedder: settings.EMBEDDER, environment: process.env }),
    knowledgeDir: options.knowledge ?? settings.KNOWLEDGE_DIR,
    onProblem: (problem) => {
      if (problem.effect === 'skipped') tell(describeProblem(problem));
    },
  });
  const rows = await runEvaluation({
    setsDir,
    workbench,
    sets,
    sampleSize: options.sample,
    onProgress: ({ set, done, total }) => progress.draw(done, total, set),
  });
  progress.clear();
  await (options.json === true ? printJson(evaluationToJson(rows)) : printLine(renderEvaluationTable(rows)));
}
