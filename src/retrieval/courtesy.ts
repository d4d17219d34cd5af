/**
 * What people say before the question itself, and the question that is left: "Could you check if X did Y?" asks "X did Y",
 * "Is it true that X did Y?" the same.
 */
export function stripCourtesy(text: string): string {
  let rest = text.trim();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const greeted = rest.replace(GREETING, '').replace(CLOSING, '');
    const unwrapped = greeted.replace(WRAPPER, '');
    // "If rents fall, who gains?" stands for itself; "tell me if rents fall" asks whether they do.
    const asked = unwrapped === greeted ? unwrapped : unwrapped.replace(CLAUSE_LINK, '');
    const shorter = asked.replace(INDIRECT, '').trim();
    if (shorter === '' || shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

/** Courtesies inside courtesies ("Hi, could you please tell me whether …") end soon. */
const MOST_ROUNDS = 4;

const GREETING =
  /^(?:(?:hi|hello|hey|hiya|dear desk|desk|good (?:morning|afternoon|evening)|please|pls|ok|okay|thanks|thank you|sorry|excuse me|quick question|question)\b(?: there| all| team| everyone)?[ ,!.:;–-]*)+/i;
const WRAPPER =
  /^(?:(?:can|could|would|will) (?:you|anyone|somebody|someone|we) )?(?:please |kindly |maybe |perhaps )?(?:tell (?:me|us)(?: (?:more|something|a (?:bit|little)(?: more)?|everything|all))?|explain(?: to (?:me|us))?|describe|show (?:me|us)|give (?:me|us)(?: (?:(?:a|an) )?(?:overview|summary|some (?:info|information|details|background))(?: on| of| about)?)?|remind me|find out|find|check|look up|look into|see|let me know|help me (?:understand|find)|do you (?:happen to )?know|i(?: would|'d|’d)? (?:like|want|need|love) to (?:know|understand|find out|hear)|i(?:'m| am|’m) (?:looking for|interested in|curious(?: about)?|wondering|trying to (?:find out|understand))|i wonder|i was wondering|wondering|any idea|any chance you know|do we know|what do you know|what can you tell (?:me|us)|is there anything|have you (?:got )?anything)\b(?=[ ,:])[ ,:]*(?:(?:more )?(?:about|on|regarding) )?/i;
/** What joins a clause to a courtesy. */
const CLAUSE_LINK = /^(?:whether(?: or not)?|if|that) (?=\S)/i;
/** Asks whether a clause is so: the clause is what is looked for. */
const INDIRECT =
  /^(?:is it (?:true|correct|right|the case|a fact)(?: that)?|is it so that|am i right (?:that|in thinking(?: that)?)|i (?:heard|read|think|thought|believe)(?: that)?) (?=\S)/i;
const CLOSING = /[ ,]+(?:please|pls|thanks|thank you|thx|cheers)(?: a lot| in advance| so much)?[ !.]*(?=[?!.]*$)/i;
