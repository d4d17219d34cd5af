import type { DeskErrorCode } from '../../core/errors.ts';
import { DeskError } from '../../core/errors.ts';

/** What a person reads when a request cannot be served. */
export interface Problem {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** One sentence: what is wrong. */
  readonly problem: string;
  /** One sentence: what to do. */
  readonly hint: string;
}

/** A request that is refused; thrown by handlers and checks, answered in one place. */
export class RefusedRequest extends Error {
  readonly refusal: Problem;

  constructor(refusal: Problem) {
    super(refusal.problem);
    this.name = 'RefusedRequest';
    this.refusal = refusal;
  }
}

const STATUS_OF_CODE: Record<DeskErrorCode, number> = {
  bad_input: 400,
  not_there: 404,
  bad_setting: 500,
  store_unavailable: 503,
  store_damaged: 503,
  busy: 503,
  model_unavailable: 503,
  defect: 500,
};

/** Largest body that `/api` reads: a question of 2,000 characters needs at most 24 KB when every one is escaped. */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * What a person is told of whatever was thrown. `reference` ties an unexpected failure to the log, where its details
 * stay; a stack trace leaves the program in no case.
 */
export function problemOf(thrown: unknown, reference: string): Problem {
  if (thrown instanceof RefusedRequest) return thrown.refusal;
  if (thrown instanceof DeskError && thrown.code !== 'defect') {
    return { status: STATUS_OF_CODE[thrown.code], problem: thrown.message, hint: thrown.hint };
  }
  return (
    problemOfBodyParser(thrown) ?? {
      status: 500,
      problem: `The desk failed on this request (reference ${reference}).`,
      hint: 'Try again; if it fails again, look for the reference in the log of the desk.',
    }
  );
}

/** Express's own errors carry a status and, from its body parser, a `type`. */
function problemOfBodyParser(thrown: unknown): Problem | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const type = 'type' in thrown ? thrown.type : undefined;
  const status = 'status' in thrown ? thrown.status : undefined;
  switch (type) {
    case 'entity.too.large':
      return {
        status: 413,
        problem: `The body of the request is larger than ${MAX_BODY_BYTES / 1024} KB.`,
        hint: 'Send one question of at most 2,000 characters.',
      };
    case 'entity.parse.failed':
      return {
        status: 400,
        problem: 'The body of the request is not valid JSON.',
        hint: 'Send {"question": "…"} in UTF-8.',
      };
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return {
        status: 415,
        problem: 'The body of the request is compressed or not in UTF-8.',
        hint: 'Send it as plain JSON in UTF-8.',
      };
    default:
      return typeof status === 'number' && status >= 400 && status < 500
        ? {
            status,
            problem: 'The request cannot be read.',
            hint: 'Check its address and its body, then send it again.',
          }
        : undefined;
  }
}
