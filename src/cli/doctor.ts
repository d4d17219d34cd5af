import type { OpenDesk } from '../app.ts';
import { DeskError, messageOf } from '../core/errors.ts';
import { countOf, describeProblems, isSkipped, printJson, printLine } from './output.ts';
import { type CommonOptions, withDesk } from './with-desk.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly mend: string | null;
}

/** `desk doctor`: what works and what does not, with the mend. Exit status 1 when one is not ok. */
export async function runDoctor(options: CommonOptions): Promise<void> {
  const findings = [await checkNode(), ...(await checkDesk(options))];
  if (options.json === true) await printJson(findings);
  else {
    for (const { check, ok, detail, mend } of findings) {
      await printLine(`${ok ? 'ok  ' : 'NOT OK'}  ${check}: ${detail}${mend === null ? '' : `\n        ${mend}`}`);
    }
  }
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
}

async function checkNode(): Promise<Finding> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { check: 'Node.js', ok, detail: process.versions.node, mend: ok ? null : 'Install Node.js 20.19 or newer.' };
}

async function checkDesk(options: CommonOptions): Promise<Finding[]> {
  try {
    return await withDesk(options, async (desk) => [
      { check: 'data folder', ok: true, detail: 'opens and can be written', mend: null },
      await checkKnowledge(desk),
      ...(await checkIndex(desk)),
      checkEmbedder(desk),
      await checkFeedback(desk),
      ...(await checkInstallations(desk)),
    ]);
  } catch (error) {
    return [failed('desk', error)];
  }
}

async function checkKnowledge(desk: OpenDesk): Promise<Finding> {
  try {
    const report = await desk.refresh();
    const skipped = report.problems.filter(isSkipped);
    const noted = report.problems.length - skipped.length;
    return {
      check: 'knowledge folder',
      ok: skipped.length === 0,
      detail: `${countOf(report.documents, 'document')}, ${countOf(report.statements, 'statement')}; ${skipped.length} left out, ${noted} noted`,
      mend: skipped.length === 0 ? null : describeProblems(skipped).join(' '),
    };
  } catch (error) {
    return failed('knowledge folder', error);
  }
}

async function checkIndex(desk: OpenDesk): Promise<Finding[]> {
  try {
    const { documents } = await desk.store.counts();
    const isEmpty = documents === 0;
    const detail = await desk.vectors.describe();
    return [
      {
        check: 'index',
        ok: !isEmpty,
        detail: `${countOf(documents, 'document')} can be asked`,
        mend: isEmpty ? 'Put documents into the knowledge folder.' : null,
      },
      { check: 'vector search', ok: true, detail, mend: null },
    ];
  } catch (error) {
    return [failed('index', error)];
  }
}

function checkEmbedder(desk: OpenDesk): Finding {
  const { embedder } = desk;
  const detail =
    embedder === undefined
      ? 'none: keyword search only'
      : `${embedder.name}, ${embedder.dimensions} dimensions, ${embedder.sendsTextAway ? 'texts are sent to its service' : 'nothing leaves this machine'}`;
  return { check: 'embedder', ok: true, detail, mend: null };
}

async function checkFeedback(desk: OpenDesk): Promise<Finding> {
  try {
    const { helpful, unhelpful } = await desk.feedback.counts();
    const detail = helpful + unhelpful === 0 ? 'none yet' : `${helpful} helpful, ${unhelpful} not helpful`;
    return { check: 'feedback', ok: true, detail, mend: null };
  } catch (error) {
    return failed('feedback', error);
  }
}

/** Workspaces whose tokens are kept: whether the key that is set opens them. Nothing where there is none. */
async function checkInstallations({ installations }: OpenDesk): Promise<Finding[]> {
  try {
    const ids = await installations.listIds();
    for (const id of ids) await installations.read(id);
    const detail = `${countOf(ids.length, 'workspace')}, tokens encrypted and readable`;
    return ids.length === 0 ? [] : [{ check: 'installations', ok: true, detail, mend: null }];
  } catch (error) {
    return [failed('installations', error)];
  }
}

function failed(check: string, error: unknown): Finding {
  return {
    check,
    ok: false,
    detail: messageOf(error),
    mend: error instanceof DeskError ? error.hint : 'Run the command again with --debug.',
  };
}
