import { DeskError, type DeskErrorCode } from '../core/errors.ts';
import { DeadlineError } from './deadline.ts';

/** Names of the settings that a person would mend. */
export interface ModelSettingNames {
  readonly model: string;
  readonly apiKey: string;
  readonly baseUrl: string;
}

/**
 * The DeskError for whatever a model's client threw. What the service itself wrote is not repeated in the message, as
 * some services repeat the key or the text that they were sent; it stays in the cause.
 */
export function toModelError(thrown: unknown, subject: string, settings: ModelSettingNames): DeskError {
  if (thrown instanceof DeskError) return thrown;
  const { problem, hint } = explainFailure(thrown, settings);
  const code: DeskErrorCode = 'model_unavailable';
  return new DeskError({ code, message: `${subject} ${problem}.`, hint, cause: thrown });
}

function explainFailure(thrown: unknown, settings: ModelSettingNames): { problem: string; hint: string } {
  if (thrown instanceof DeadlineError) {
    return {
      problem: `gave no answer within ${thrown.deadlineMs} ms`,
      hint: `Check that the service behind ${settings.baseUrl} is up, or try again later.`,
    };
  }
  const status = readNumber(thrown, 'status');
  if (status === 401 || status === 403) {
    return {
      problem: `refused the key (HTTP ${status})`,
      hint: `Set ${settings.apiKey} to a key that is valid there.`,
    };
  }
  if (status === 404) {
    return {
      problem: 'was not found there (HTTP 404)',
      hint: `Check the model's name in ${settings.model} and the address in ${settings.baseUrl}.`,
    };
  }
  if (status === 429) {
    return {
      problem: 'takes no more requests for now (HTTP 429)',
      hint: 'Try again later, or raise the limit of the account.',
    };
  }
  if (status !== undefined) {
    return {
      problem: `failed with HTTP ${status}`,
      hint: `Try again later; if it lasts, check ${settings.model} and ${settings.baseUrl}.`,
    };
  }
  if (thrown instanceof Error && thrown.name === 'TimeoutError') {
    return { problem: 'gave no answer in time', hint: `Check that the service behind ${settings.baseUrl} is up.` };
  }
  return {
    problem: `could not be used (${thrown instanceof Error ? thrown.name : typeof thrown})`,
    hint: `Check ${settings.model}, and that the address in ${settings.baseUrl} can be reached.`,
  };
}

function readNumber(thrown: unknown, key: string): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const value: unknown = Reflect.get(thrown, key);
  return typeof value === 'number' ? value : undefined;
}
