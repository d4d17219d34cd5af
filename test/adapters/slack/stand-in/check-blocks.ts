/**
 * What Slack checks in blocks, written down from its Block Kit reference independently of the code under test. Every
 * function gives what is wrong, nothing when all is well.
 */
type Json = Record<string, unknown>;

/** Measured by users of other apps: above about 13,200 characters of text a message is `msg_blocks_too_long`. */
const TEXT_OF_A_MESSAGE = 13_200;

export function checkMessageBlocks(blocks: unknown): string[] {
  if (!Array.isArray(blocks)) return ['blocks: not an array'];
  return [
    ...(blocks.length > 50 ? [`blocks: ${blocks.length} of at most 50`] : []),
    ...checkAll(blocks, MESSAGE_BLOCKS),
    ...(textOf(blocks) > TEXT_OF_A_MESSAGE ? [`text: ${textOf(blocks)} of at most ${TEXT_OF_A_MESSAGE}`] : []),
  ];
}

export function checkView(view: unknown): string[] {
  if (!isJson(view)) return ['view: not an object'];
  const { type, title, close, submit, blocks, private_metadata, callback_id } = view;
  const isModal = type === 'modal';
  if (!isModal && type !== 'home') return [`view.type: ${String(type)}`];
  const list = Array.isArray(blocks) ? blocks : [];
  const hasInput = list.some((block) => isJson(block) && block.type === 'input');
  return [
    ...(isModal ? checkPlain(title, 24, 'title') : []),
    ...(close === undefined ? [] : checkPlain(close, 24, 'close')),
    ...(submit === undefined ? [] : checkPlain(submit, 24, 'submit')),
    ...(hasInput && submit === undefined ? ['submit: missing beside inputs'] : []),
    ...checkLength(private_metadata ?? '', 3000, 'private_metadata', 0),
    ...checkLength(callback_id ?? '', 255, 'callback_id', 0),
    ...(list.length === 0 || list.length > 100 ? [`blocks: ${list.length} of 1 to 100`] : []),
    ...checkAll(list, VIEW_BLOCKS),
  ];
}

const MESSAGE_BLOCKS = [
  'section',
  'divider',
  'header',
  'context',
  'actions',
  'context_actions',
  'rich_text',
  'markdown',
];
const VIEW_BLOCKS = ['section', 'divider', 'header', 'context', 'actions', 'rich_text', 'input'];

function checkAll(blocks: readonly unknown[], allowed: readonly string[]): string[] {
  const ids = blocks.flatMap((block) => (isJson(block) && typeof block.block_id === 'string' ? [block.block_id] : []));
  return [
    ...(new Set(ids).size < ids.length ? ['block_id: used twice'] : []),
    ...blocks.flatMap((block, at) => checkBlock(block, allowed).map((problem) => `blocks[${at}].${problem}`)),
  ];
}

function checkBlock(block: unknown, allowed: readonly string[]): string[] {
  if (!isJson(block)) return ['not an object'];
  const type = String(block.type);
  if (!allowed.includes(type)) return [`type: ${type} is not allowed here`];
  const id = block.block_id === undefined ? [] : checkLength(block.block_id, 255, 'block_id');
  return [...id, ...checkContent(type, block)];
}

function checkContent(type: string, block: Json): string[] {
  switch (type) {
    case 'section':
      return checkText(block.text, 3000, 'text');
    case 'header':
      return checkPlain(block.text, 150, 'text');
    case 'markdown':
      return checkLength(block.text, 12_000, 'text');
    case 'context':
      return checkList(block.elements, 10, 'elements', (one) => checkText(one, 3000, 'text'));
    case 'actions':
      return [...checkList(block.elements, 25, 'elements', checkElement), ...checkActionIds(block.elements)];
    case 'context_actions':
      return checkList(block.elements, 5, 'elements', checkElement);
    case 'rich_text':
      return checkList(block.elements, 1000, 'elements', checkRichText);
    case 'input':
      return [...checkPlain(block.label, 2000, 'label'), ...checkElement(block.element)];
    default:
      return [];
  }
}

function checkElement(element: unknown): string[] {
  if (!isJson(element)) return ['element: not an object'];
  const problems = checkLength(element.action_id, 255, 'action_id');
  const options = Array.isArray(element.options) ? element.options : [];
  switch (element.type) {
    case 'button':
      return [
        ...problems,
        ...checkPlain(element.text, 75, 'button.text'),
        ...(element.value === undefined ? [] : checkLength(element.value, 2000, 'button.value')),
        ...(element.url === undefined ? [] : checkLength(element.url, 3000, 'button.url')),
      ];
    case 'feedback_buttons':
      return [...problems, ...[element.positive_button, element.negative_button].flatMap(checkFeedbackButton)];
    case 'radio_buttons':
    case 'checkboxes':
      return [...problems, ...checkOptions(options, 10), ...checkInitial(element, options)];
    case 'multi_static_select':
      return [...problems, ...checkOptions(options, 100), ...checkInitial(element, options)];
    case 'plain_text_input':
      return [
        ...problems,
        ...checkLength(element.initial_value ?? '', Number(element.max_length ?? 3000), 'initial', 0),
      ];
    default:
      return [`element: ${String(element.type)} is not known`];
  }
}

function checkFeedbackButton(button: unknown): string[] {
  if (!isJson(button)) return ['feedback button: missing'];
  return [
    ...checkPlain(button.text, 75, 'feedback.text'),
    ...checkLength(button.value, 2000, 'feedback.value'),
    ...checkLength(button.accessibility_label ?? ' ', 75, 'feedback.accessibility_label'),
  ];
}

function checkOptions(options: readonly unknown[], most: number): string[] {
  const values = options.map((option) => (isJson(option) ? option.value : undefined));
  return [
    ...(options.length === 0 || options.length > most ? [`options: ${options.length} of 1 to ${most}`] : []),
    ...(new Set(values).size < values.length ? ['options: a value twice'] : []),
    ...options.flatMap((option) =>
      isJson(option)
        ? [...checkPlain(option.text, 75, 'option'), ...checkLength(option.value, 150, 'option.value')]
        : ['option'],
    ),
  ];
}

/** What is chosen at first must be one of the options, whole. */
function checkInitial(element: Json, options: readonly unknown[]): string[] {
  const initial = [element.initial_option, ...(Array.isArray(element.initial_options) ? element.initial_options : [])];
  const known = new Set(options.map((option) => JSON.stringify(option)));
  const wrong = initial.filter((option) => option !== undefined && !known.has(JSON.stringify(option)));
  const isEmpty = Array.isArray(element.initial_options) && element.initial_options.length === 0;
  return [
    ...(wrong.length > 0 ? ['initial: not among the options'] : []),
    ...(isEmpty ? ['initial_options: empty'] : []),
  ];
}

function checkActionIds(elements: unknown): string[] {
  const ids = Array.isArray(elements) ? elements.map((one) => (isJson(one) ? one.action_id : undefined)) : [];
  return new Set(ids).size < ids.length ? ['action_id: used twice in a block'] : [];
}

function checkRichText(part: unknown): string[] {
  if (!isJson(part) || !['rich_text_section', 'rich_text_quote'].includes(String(part.type)))
    return ['rich text: unknown part'];
  return checkList(part.elements, 1000, 'rich text', (element) => {
    if (!isJson(element)) return ['not an object'];
    switch (element.type) {
      case 'text':
        return checkLength(element.text, 3000, 'text');
      case 'link':
        return [
          ...checkLength(element.url, 3000, 'url'),
          ...(/^https?:\/\//.test(String(element.url)) ? [] : ['url: scheme']),
        ];
      case 'user':
        return /^[UW][A-Z0-9]+$/.test(String(element.user_id)) ? [] : ['user_id'];
      default:
        return [`rich text: ${String(element.type)} is never sent by the desk`];
    }
  });
}

function checkText(text: unknown, most: number, name: string): string[] {
  if (!isJson(text) || !['plain_text', 'mrkdwn'].includes(String(text.type))) return [`${name}: no text object`];
  return checkLength(text.text, most, name);
}

function checkPlain(text: unknown, most: number, name: string): string[] {
  if (!isJson(text) || text.type !== 'plain_text') return [`${name}: no plain text object`];
  return checkLength(text.text, most, name);
}

function checkLength(text: unknown, most: number, name: string, least = 1): string[] {
  if (typeof text !== 'string') return [`${name}: missing`];
  return text.length < least || text.length > most ? [`${name}: ${text.length} characters of ${least} to ${most}`] : [];
}

function checkList(list: unknown, most: number, name: string, check: (one: unknown) => string[]): string[] {
  if (!Array.isArray(list) || list.length === 0 || list.length > most) return [`${name}: not a list of 1 to ${most}`];
  return list.flatMap(check);
}

/** All characters that a reader sees, and the addresses behind links. */
function textOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textOf(one), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => {
    if (key === 'text' && typeof inner === 'string') return sum + inner.length;
    if (key === 'url' && typeof inner === 'string') return sum + inner.length;
    return sum + textOf(inner);
  }, 0);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
