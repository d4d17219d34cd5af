/**
 * Draws blocks as Slack about does, from the very JSON that is sent: for documentation and to look at changes. Only what
 * the desk sends is drawn; anything else is shown as its type.
 */
type Json = Record<string, unknown>;

export interface PreviewedMessage {
  readonly heading: string;
  readonly question?: string;
  readonly blocks: readonly Json[];
}

export function renderPreview(messages: readonly PreviewedMessage[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>The desk in Slack: preview</title><style>${STYLE}</style><main>${messages.map(drawMessage).join('')}</main></html>`;
}

function drawMessage({ heading, question, blocks }: PreviewedMessage): string {
  const asked = question === undefined ? '' : `<div class="asked"><b>Ana</b> ${escapeHtml(question)}</div>`;
  return `<section><h2>${escapeHtml(heading)}</h2>${asked}<article><div class="who"><span class="icon">§</span><b>Sovereignty Desk</b> <i>APP</i></div>${blocks.map(drawBlock).join('')}</article></section>`;
}

function drawBlock(block: Json): string {
  switch (block.type) {
    case 'rich_text':
      return `<div class="text">${list(block.elements)
        .map((part) => list(part.elements).map(drawRun).join(''))
        .join('')}</div>`;
    case 'header':
      return `<h3>${drawPlain(block.text)}</h3>`;
    case 'divider':
      return '<hr>';
    case 'actions':
      return `<div class="row">${list(block.elements)
        .map((element) => `<button>${drawPlain(element.text)}</button>`)
        .join('')}</div>`;
    case 'context_actions':
      return `<div class="row faint">${list(block.elements)
        .flatMap((element) => [element.positive_button, element.negative_button])
        .map((button, at) => `<span>${at === 0 ? '▲' : '▼'} ${drawPlain(read(button).text)}</span>`)
        .join('')}</div>`;
    case 'input':
      return `<label>${drawPlain(block.label)}${drawElement(read(block.element))}</label>`;
    default:
      return `<div class="unknown">${escapeHtml(String(block.type))}</div>`;
  }
}

function drawElement(element: Json): string {
  const chosen = JSON.stringify([element.initial_option, element.initial_options]);
  const options = list(element.options).map((option) => {
    const mark = chosen.includes(JSON.stringify(option)) ? '●' : '○';
    return `<span class="option">${mark} ${drawPlain(option.text)}</span>`;
  });
  return options.length > 0
    ? `<div>${options.join('')}</div>`
    : `<div class="field">${escapeHtml(String(element.initial_value ?? ''))}</div>`;
}

function drawRun(run: Json): string {
  const style = read(run.style);
  const words = run.type === 'user' ? '@Ana' : escapeHtml(String(run.text ?? ''));
  const text = words.replaceAll('\n', '<br>');
  const linked = run.type === 'link' ? `<a href="${escapeHtml(String(run.url))}">${text}</a>` : text;
  const bold = style.bold === true ? `<b>${linked}</b>` : linked;
  return style.italic === true ? `<i>${bold}</i>` : bold;
}

function drawPlain(text: unknown): string {
  return escapeHtml(String(read(text).text ?? ''));
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(read) : [];
}

function read(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
body{font:15px/1.46 Lato,"Noto Sans",Arial,sans-serif;color:#1d1c1d;background:#fff;margin:0}
main{max-width:760px;margin:0 auto;padding:24px}
section{margin:0 0 32px}h2{font-size:14px;color:#616061;font-weight:600;border-bottom:1px solid #ddd;padding-bottom:6px}
.asked{margin:8px 0 12px}article{border-left:4px solid #ddd;padding-left:14px}
.who{margin-bottom:4px}.who i{font-size:10px;font-style:normal;background:#eee;border-radius:3px;padding:1px 4px;color:#616061}
.icon{display:inline-block;width:22px;height:22px;line-height:22px;text-align:center;border-radius:5px;background:#1d3557;color:#fff;margin-right:8px}
.text{margin:4px 0}a{color:#1264a3;text-decoration:none}h3{font-size:18px;margin:14px 0 4px}hr{border:0;border-top:1px solid #ddd}
.row{display:flex;gap:8px;margin:8px 0;flex-wrap:wrap}button{font:inherit;font-weight:700;font-size:13px;border:1px solid #bbb;border-radius:4px;background:#fff;padding:5px 12px;text-align:left}
.faint{color:#616061;font-size:13px}label{display:block;font-weight:700;margin:12px 0}.option{display:block;font-weight:400}
.field{border:1px solid #bbb;border-radius:4px;min-height:22px;padding:4px 8px;font-weight:400}.unknown{color:#b00}`;
