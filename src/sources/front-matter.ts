import type { Pair } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { messageOf } from '../core/errors.ts';
import type { SourceProblem } from '../core/ports.ts';
import type { DocumentFields, FieldName } from './document-fields.ts';
import { checkField, FIELD_CHECKS } from './document-fields.ts';
import { noted, skipped } from './source-problem.ts';
import type { FrontMatterBlock } from './split-front-matter.ts';

/** What the front matter says; `problems` with the effect `skipped` mean that the document must be left out. */
export interface FrontMatter {
  readonly fields: DocumentFields;
  readonly problems: readonly SourceProblem[];
}

const GIVEN_BY_DESK = 'title_given_by_desk';
const KNOWN_FIELDS: readonly string[] = [...Object.keys(FIELD_CHECKS), GIVEN_BY_DESK];

/** What other tools call the same thing. */
const OTHER_NAMES: Readonly<Record<string, FieldName>> = {
  authors: 'author',
  by: 'author',
  byline: 'author',
  copyright: 'terms',
  credit: 'attribution',
  date: 'published',
  href: 'url',
  lang: 'language',
  licence: 'terms',
  license: 'terms',
  link: 'url',
  name: 'title',
  outlet: 'publisher',
  site: 'publisher',
  slug: 'id',
  source: 'publisher',
};

/**
 * Reads the YAML of a front matter block. Every scalar is taken as the text that stands there (`007` stays "007"), and
 * anchors, aliases, tags and nesting are refused, so that no YAML can build anything but names with texts.
 */
export function parseFrontMatter(block: FrontMatterBlock, origin: string): FrontMatter {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) => block.firstLine + lineCounter.linePos(offset).line - 1;
  const broken = (line: number, problem: string, mend: string): FrontMatter => ({
    fields: {},
    problems: [skipped({ origin, line, problem: `its front matter is not valid YAML: ${problem}`, mend })],
  });

  let yaml: ReturnType<typeof parseDocument>;
  try {
    yaml = parseDocument(block.yaml, { schema: 'failsafe', prettyErrors: false, lineCounter });
  } catch (error) {
    return broken(block.firstLine, messageOf(error), 'Write one "field: value" a line.');
  }
  const fault = yaml.errors[0] ?? yaml.warnings[0];
  if (fault !== undefined) return broken(lineAt(fault.pos[0]), describeFault(fault), mendOf(fault.code));
  if (yaml.contents === null) return { fields: {}, problems: [] };
  if (!isMap(yaml.contents)) {
    return broken(
      block.firstLine,
      'it is not a list of "field: value" lines',
      'Write one "field: value" a line; if the "---" was meant as a rule, put an empty line above it.',
    );
  }
  return readPairs(yaml.contents.items, origin, lineAt);
}

/** Fields and problems of the map's pairs, all problems at once. */
function readPairs(
  pairs: readonly Pair<unknown, unknown>[],
  origin: string,
  lineAt: (offset: number) => number,
): FrontMatter {
  const fields: Partial<Record<FieldName, string>> & { titleGivenByDesk?: boolean } = {};
  const problems: SourceProblem[] = [];
  for (const { key, value } of pairs) {
    const line = lineAt((isScalar(key) ? key.range?.[0] : undefined) ?? 0);
    const name = isScalar(key) ? String(key.value) : '(a list or map)';
    if (name === GIVEN_BY_DESK) {
      const given = scalarText(value);
      if (given === 'true' || given === 'false') fields.titleGivenByDesk = given === 'true';
      else if (given !== undefined) {
        const problem = `${name} is ${quoteShort(given)}, not true or false`;
        problems.push(skipped({ origin, line, field: name, problem, mend: 'Write true or false, or take it out.' }));
      }
      continue;
    }
    if (!isFieldName(name)) {
      problems.push(unknownField({ origin, line, name }));
      continue;
    }
    if (isAlias(value) || isMap(value) || (isSeq(value) && name !== 'author')) {
      const problem = `${name} is a ${isAlias(value) ? 'reference' : 'list or map'}, not a text`;
      problems.push(skipped({ origin, line, field: name, problem, mend: `Write "${name}: " and the text itself.` }));
      continue;
    }
    const text = isSeq(value) ? value.items.map((item) => scalarText(item) ?? '').join(', ') : scalarText(value);
    if (text === undefined) continue; // "field:" with nothing behind it: not known
    const checked = checkField(name, text);
    if (checked.ok) fields[name] = checked.value;
    else {
      const problem = `${name} ${checked.problem}; it is ${quoteShort(text)}`;
      problems.push(skipped({ origin, line, field: name, problem, mend: 'Mend the line, or take it out.' }));
    }
  }
  return { fields, problems };
}

/** The text of a scalar; `undefined` for YAML's ways to say "nothing". */
function scalarText(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const text = String(node.value);
  return node.type === 'PLAIN' && /^(?:|~|null)$/i.test(text) ? undefined : text;
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELD_CHECKS, name);
}

function quoteShort(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
}

function unknownField(found: { origin: string; line: number; name: string }): SourceProblem {
  const nearest = nearestField(found.name);
  return noted({
    origin: found.origin,
    line: found.line,
    field: found.name,
    problem: `the front matter field ${quoteShort(found.name)} is not known and is not used`,
    mend:
      nearest === undefined
        ? `Take it out; the known fields are ${KNOWN_FIELDS.join(', ')}.`
        : `Did you mean "${nearest}"? If not, take it out.`,
  });
}

/** The field that an unknown name most likely means; `undefined` when none is near. */
export function nearestField(name: string): string | undefined {
  const folded = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const sameThing = Object.hasOwn(OTHER_NAMES, folded) ? OTHER_NAMES[folded] : undefined;
  if (sameThing !== undefined) return sameThing;
  let nearest: { field: string; distance: number } | undefined;
  for (const field of KNOWN_FIELDS) {
    const distance = editDistance(folded.slice(0, 40), field);
    // A third of the letters may differ: "pubisher", "languages", "attributon"; not "topic" for "title".
    if (distance * 3 <= field.length && distance < (nearest?.distance ?? Infinity)) nearest = { field, distance };
  }
  return nearest?.field;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

interface YamlFault {
  readonly code: string;
  readonly message: string;
}

function describeFault(fault: YamlFault): string {
  if (fault.code === 'DUPLICATE_KEY') return 'a field is given twice';
  if (fault.code === 'TAB_AS_INDENT') return 'a line is indented with a tab';
  const message = fault.message.split('\n', 1)[0] ?? '';
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function mendOf(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'Keep one of the two lines.';
    case 'TAB_AS_INDENT':
      return 'Use spaces instead of the tab.';
    case 'TAG_RESOLVE_FAILED':
      return 'Take the "!" tag out: every value is plain text.';
    default:
      return 'Write one "field: value" a line, and put values with ":", "#" or quotation marks in \'single quotes\'.';
  }
}
