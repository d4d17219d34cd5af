import type { Page } from 'playwright-core';

/** Red, green and blue from 0 to 255, and how much of the ground is covered, 0 to 1. */
interface Colour {
  readonly channels: readonly number[];
  readonly alpha: number;
}

/** The places whose text has less contrast than asked, as painted: every ground down to the first opaque one. */
export async function contrastsBelow(page: Page, selectors: readonly string[], least: number): Promise<string[]> {
  const poor: string[] = [];
  for (const selector of selectors) {
    const [text = '', ...grounds] = await page
      .locator(selector)
      .first()
      .evaluate((node) => {
        const paint = (each: typeof node) => node.ownerDocument.defaultView?.getComputedStyle(each);
        const colours = [paint(node)?.color ?? ''];
        for (let each: typeof node | null = node; each !== null; each = each.parentElement) {
          colours.push(paint(each)?.backgroundColor ?? '');
        }
        return colours;
      });
    const ground = flatten(grounds.map(readColour));
    const ratio = contrastOf(over(readColour(text), ground), ground);
    if (!(ratio >= least)) poor.push(`${selector}: ${ratio.toFixed(2)} (${text} on ${grounds.join(' on ')})`);
  }
  return poor;
}

/** `rgb(r, g, b)`, `rgba(r, g, b, a)` and `color(srgb r g b / a)`, as Chromium computes colours. */
function readColour(css: string): Colour {
  const numbers = [...css.matchAll(/\d+(?:\.\d+)?(?:e-\d+)?/g)].map((match) => Number(match[0]));
  const scale = css.startsWith('color(srgb ') ? 255 : 1;
  if (numbers.length < 3 || !/^(?:rgba?|color)\(/.test(css)) throw new Error(`"${css}" is no colour that is known.`);
  return { channels: numbers.slice(0, 3).map((channel) => channel * scale), alpha: numbers[3] ?? 1 };
}

/** What is seen of layers, the uppermost first; the last is taken for opaque. */
function flatten(layers: readonly Colour[]): Colour {
  return layers.reduceRight((below, layer) => over(layer, below), { channels: [255, 255, 255], alpha: 1 });
}

function over(upper: Colour, lower: Colour): Colour {
  const channels = upper.channels.map(
    (channel, index) => channel * upper.alpha + (lower.channels[index] ?? 0) * (1 - upper.alpha),
  );
  return { channels, alpha: 1 };
}

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrastOf(a: Colour, b: Colour): number {
  const [lighter = 0, darker = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf({ channels }: Colour): number {
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
