/** The YAML between the `---` lines. */
export interface FrontMatterBlock {
  readonly yaml: string;
  /** Line of the file, from 1, on which `yaml` begins. */
  readonly firstLine: number;
}

export type SplitText =
  | { readonly ok: true; readonly block: FrontMatterBlock | undefined; readonly body: string }
  | { readonly ok: false; readonly line: number; readonly problem: string; readonly mend: string };

/** Characters of YAML at most: a hundred times what the fields need. */
const LONGEST_FRONT_MATTER = 64 * 1024;

/**
 * Splits a text into its front matter, when its very first line is `---`, and the text behind it. The front matter is
 * closed by a line `---` or `...`.
 */
export function splitFrontMatter(raw: string): SplitText {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (opening === null) return { ok: true, block: undefined, body: text };
  const from = opening[0].length;
  const searched = text.slice(from, from + LONGEST_FRONT_MATTER + 8);
  const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/.exec(searched);
  if (closing === null || closing.index > LONGEST_FRONT_MATTER) {
    const tooLong = searched.length > LONGEST_FRONT_MATTER;
    return {
      ok: false,
      line: 1,
      problem: tooLong
        ? `its front matter does not end within ${LONGEST_FRONT_MATTER} characters`
        : 'its front matter is opened by the "---" of its first line but never closed',
      mend: 'Close it with a line "---"; if the "---" was meant as a rule, put an empty line above it.',
    };
  }
  return {
    ok: true,
    block: { yaml: searched.slice(0, closing.index), firstLine: 2 },
    body: searched.slice(closing.index + closing[0].length) + text.slice(from + searched.length),
  };
}
