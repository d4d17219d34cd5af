import pino from 'pino';
import type { Logger } from './core/ports.ts';

/** JSON lines on standard error. Written at once, so that nothing is lost when the process ends. */
export function createLogger(level: string): Logger {
  return pino({ level, base: undefined }, pino.destination({ dest: 2, sync: true }));
}
