import type { Request, Response } from 'express';
import { RefusedRequest } from './problem.ts';

/** Answers every method that a known address does not have, naming those it has. */
export function methodNotAllowed(allowed: readonly string[]) {
  return (request: Request, response: Response): never => {
    response.set('Allow', allowed.join(', '));
    throw new RefusedRequest({
      status: 405,
      problem: `${request.path.slice(0, 200)} does not take ${request.method}.`,
      hint: `Use ${allowed.join(' or ')}.`,
    });
  };
}
