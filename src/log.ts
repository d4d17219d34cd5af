import pino from 'pino';
import type { Logger } from './core/ports.ts';

/** JSON lines on standard error. Written at once, so that nothing is lost when the process ends. */
export function createLogger(level: string): Logger {
  // Without it an Error is written as {}.
  const serializers = { error: pino.stdSerializers.err };
  return pino({ level, base: undefined, serializers }, pino.destination({ dest: 2, sync: true }));
}
