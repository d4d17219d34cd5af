import { setImmediate as nextRound } from 'node:timers/promises';

/** Works at once: enough for answers that wait for a chat model, and together some 30 ms of others. */
const AT_ONCE = 8;

/**
 * Lets work begin a few at a time, each after the input and output that wait: when more questions come than can be
 * answered, they wait for their answer and not for being acknowledged.
 */
export function createTurns(atOnce: number = AT_ONCE): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function begin(): Promise<void> {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    await nextRound();
  }

  function end(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return async (work) => {
    await begin();
    try {
      return await work();
    } finally {
      end();
    }
  };
}
