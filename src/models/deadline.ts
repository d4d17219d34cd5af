/** What `withDeadline` throws. */
export class DeadlineError extends Error {
  readonly deadlineMs: number;

  constructor(deadlineMs: number) {
    super(`no answer within ${deadlineMs} ms`);
    this.name = 'DeadlineError';
    this.deadlineMs = deadlineMs;
  }
}

/**
 * Runs `work` and throws DeadlineError when it takes longer than `deadlineMs`, whether or not it heeds the signal that
 * is aborted then: some of LangChain's clients hang on regardless, and their own timeouts do not count retries.
 */
export async function withDeadline<T>(deadlineMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlineError(deadlineMs));
      controller.abort();
    }, deadlineMs);
  });
  try {
    return await Promise.race([work(controller.signal), expiry]);
  } finally {
    clearTimeout(timer);
  }
}
