import type { WordKnowledge } from '../core/ports.ts';
import type { ExpectedAnswer } from './question.ts';
import { questionTerms } from './question-terms.ts';

/** What kind of words would answer, read off the question's own words. */
export function expectedAnswer(text: string, knowledge: WordKnowledge | undefined): ExpectedAnswer {
  const lower = text.toLowerCase();
  const noun = (words: string | undefined) => questionTerms(words ?? '', knowledge).filter((term) => !term.isName);
  if (
    /\b(?:how (?:much|expensive)|what (?:is|was|are|were) (?:the |[\w.&-]+['’]s? )(?:price|cost|value|budget|revenue|turnover|profit|salary|fee|fine)s?\b)/.test(
      lower,
    )
  ) {
    const isShare = /\bhow much (?:of|percent)/.test(lower);
    return {
      kind: 'amount',
      of: isShare
        ? 'any'
        : /\b(?:cost|costs|price|money|earn|earned|make|made|pay|paid|spend|spent|worth|budget|invest\w*|expenditure|revenue|fund\w*|raise\w*|fine\w*|fee\w*)\b/.test(
              lower,
            )
          ? 'money'
          : 'any',
    };
  }
  if (PRICE_OF.test(lower)) return { kind: 'amount', of: 'money' };
  if (/^(?:what|which) (?:numbers?|figures?|amounts?|sums?) (?:is|are|was|were|did|does|do|has|have)\b/.test(lower))
    return { kind: 'amount', of: 'any' };
  if (/\b(?:what|which) (?:percentage|percent|share|proportion|rate)\b/.test(lower))
    return { kind: 'amount', of: 'share' };
  const many =
    /\bhow many ([\p{L}\p{N} -]+?)(?: (?:does|do|did|has|have|had|is|are|was|were|will|would|can|could|in|on|of|at|by|for|to|from|with|the)\b|\?|$)/iu.exec(
      text,
    );
  if (many !== null) return { kind: 'count', noun: noun(many[1]) };
  if (/\bhow long\b/.test(lower)) return { kind: 'amount', of: 'duration' };
  if (/\bhow (?:old|often|far|fast|large|big|high|tall|deep)\b/.test(lower)) return { kind: 'amount', of: 'any' };
  if (
    /^(?:and |since |until |from |by |in )?(?:when|(?:what|which) (?:date|day|month|year|time)|(?:in|on|since) (?:what|which) (?:date|day|month|year))\b/.test(
      lower,
    )
  ) {
    return { kind: 'date' };
  }
  if (
    /^(?:and |from |to |in )?where\b|\b(?:what|which) (?:city|country|place|town|region|state|location)\b/.test(lower)
  )
    return { kind: 'place' };
  if (
    /\b(?:why|for what reason|what (?:is|was|are|were) the reasons?|what (?:has |have |had )?(?:caused|led|made|prompted|driven|drove|drives|explains))\b/.test(
      lower,
    )
  )
    return { kind: 'reason' };
  if (/^(?:and |to |by |with |from |for )?(?:who|whom|whose)\b/.test(lower)) return { kind: 'person' };
  const which =
    /\b(?:which|what) ((?:[\p{L}\p{N}-]+ ){0,2}?[\p{L}\p{N}-]+) (?:does|do|did|has|have|had|is|are|was|were|will|would|can|could|should|may|might|[\p{L}]+(?:s|ed))\b/iu.exec(
      text,
    );
  if (
    which !== null &&
    !/^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\b/i.test(which[1] ?? '')
  ) {
    const terms = noun(which[1]);
    if (terms.length > 0) return { kind: 'instance', noun: terms };
  }
  const bare = noun(/^(?:and )?which ([\p{L}-]+)/iu.exec(text)?.[1]);
  return bare.length > 0 ? { kind: 'instance', noun: bare } : { kind: 'claim' };
}

/** "What does the dam cost?", "What did she earn in 2015?", "What is the mill worth?" */
const PRICE_OF =
  /^(?:and |but |so )?what (?:(?:do|does|did|will|would|has|have|had) .+ (?:cost|earn|earned)(?= (?:in|on|for|per|at|a|an|each|after|before|by|last|this)\b|$|[?!.,])|(?:is|was|are|were) .+ worth\b)/;
