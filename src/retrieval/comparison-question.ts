import type { Comparison } from './question.ts';

const SOURCES =
  '(?:the |these |those |both |all |two |three )*(?:sources?|documents?|articles?|reports?|texts?|outlets?|papers?|accounts?|analysts|experts|they)';
const ON = '(?:on|about|over|regarding|concerning|as to|with regard to|when it comes to)';

/** "Do the sources agree on the cost?", "Where do the reports differ on X?" */
const SOURCES_AGREE = new RegExp(
  `^(?:and )?(?:(?:how|where|in what way|on what) )?(?:do|does|did) ${SOURCES} (?:agree|disagree|differ|concur|contradict (?:each other|one another))(?: with (?:each other|one another))?(?: ${ON})?(?: whether| if)? (?<topic>.+)$`,
  'iu',
);
const NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}.&'’ -]*?";
/** "How do A and B differ on X?", "Compare what A and B said about X", "Do A and B agree on X?" */
const SIDES = [
  new RegExp(
    `^(?:and )?(?:how |where )?(?:do|does|did) (?<a>${NAME}) and (?<b>${NAME}) (?:agree|disagree|differ|compare|concur)(?: ${ON} (?<topic>.+))?$`,
    'iu',
  ),
  new RegExp(
    `^compare (?:what )?(?<a>${NAME}) (?:and|with|to) (?<b>${NAME})(?: (?:say|said|think|thought|claim|claimed)(?: ${ON})?| ${ON})(?: (?<topic>.+))?$`,
    'iu',
  ),
  new RegExp(
    `^(?:what is|what's) the difference between (?:what )?(?<a>${NAME}) and (?<b>${NAME})(?: (?:say|said|think)(?: ${ON})?| ${ON})(?: (?<topic>.+))?$`,
    'iu',
  ),
];

/** Reads a question that compares; nothing when it does not. `question` without courtesies. */
export function parseComparison(question: string): Comparison | undefined {
  const text = question.replace(/[?!.\s]+$/, '');
  const agree = SOURCES_AGREE.exec(text);
  if (agree !== null) return { sides: [], topic: agree.groups?.topic ?? '' };
  for (const pattern of SIDES) {
    const { a, b, topic } = pattern.exec(text)?.groups ?? {};
    if (a !== undefined && b !== undefined)
      return { sides: [a, b].map((side) => side.replace(/^the /i, '')), topic: topic ?? '' };
  }
  return undefined;
}
