import type { StatementKind } from '../../core/statement.ts';
import type { Span } from '../../core/text/span.ts';
import type { Quotation } from './quotations.ts';

/** From this share of quoted characters on a content is a direct quotation; as the evaluation sets define it. */
const DIRECT_SHARE = 0.9;

/** `direct` from `DIRECT_SHARE` of the content's characters in quotation marks on, `mixed` with some, else `indirect`. */
export function kindOf(contents: readonly Span[], quotations: readonly Quotation[]): StatementKind {
  let inside = 0;
  let all = 0;
  for (const content of contents) {
    all += content.end - content.start;
    for (const one of quotations)
      inside += Math.max(0, Math.min(one.end, content.end) - Math.max(one.start, content.start));
  }
  if (inside === 0) return 'indirect';
  return inside >= all * DIRECT_SHARE ? 'direct' : 'mixed';
}
