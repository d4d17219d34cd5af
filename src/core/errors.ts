export type DeskErrorCode =
  | 'bad_input' // what was given cannot be used
  | 'bad_setting' // a setting is missing or wrong
  | 'not_there' // a named thing does not exist
  | 'store_unavailable' // the data folder cannot be opened, read or written
  | 'store_damaged' // the data folder opens but its content is broken
  | 'busy' // taken by another process: a port, a lock
  | 'model_unavailable' // an embedder or chat model does not answer
  | 'defect'; // the desk contradicts itself

/** The only error class of the desk. `message` names the thing and its value; `hint` says the next step. */
export class DeskError extends Error {
  readonly code: DeskErrorCode;
  readonly hint: string;

  constructor(options: { code: DeskErrorCode; message: string; hint: string; cause?: unknown }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DeskError';
    this.code = options.code;
    this.hint = options.hint;
  }
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
