import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

/** Which folders a folder may import besides itself; the entries (files right under `src/`, and `cli/`) may import all. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  sources: ['core'],
  store: ['core'],
  models: ['core'],
  'adapters/web': ['core'],
  'adapters/slack': ['core'],
  entities: ['core'],
  ingest: ['core', 'entities'],
  retrieval: ['core'],
  answering: ['core', 'entities', 'retrieval'],
  bot: ['core', 'answering'],
  evaluation: ['core', 'ingest'],
};

/** Scripts that a person runs to train a model on the sets: they put the parts together as an entry does. */
const TRAINING = /^evaluation[\\/]train-/;

/** Which folders may import a package. A package that is not named here may be imported nowhere. */
const PACKAGE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  '@orama/stemmers': ['core'],
  zod: ['sources', 'store', 'models', 'adapters/web', 'adapters/slack', 'evaluation', 'cli', 'entry'],
  libsql: ['store'],
  'hnswlib-node': ['store'],
  '@langchain/core': ['models', 'store'],
  '@langchain/openai': ['models'],
  '@langchain/community': ['models'],
  langchain: ['models'],
  express: ['adapters/web'],
  '@slack/bolt': ['adapters/slack'],
  '@slack/oauth': ['adapters/slack'],
  '@slack/socket-mode': ['adapters/slack'],
  '@slack/web-api': ['adapters/slack'],
  undici: ['adapters/slack'],
  yaml: ['sources'],
  linkedom: ['sources'],
  '@mozilla/readability': ['sources'],
  mammoth: ['sources'],
  unpdf: ['sources'],
  commander: ['cli'],
  pino: ['entry', 'evaluation'],
  tsx: ['entry', 'store'],
};

/** Folders that decide and never reach outside: no file, network, process or thread. */
const PURE = ['core', 'entities', 'ingest', 'retrieval', 'answering', 'bot'];
const HARMLESS_BUILTINS = new Set(['crypto', 'util', 'assert', 'path', 'url']);

interface Import {
  readonly from: string;
  readonly folder: string;
  readonly specifier: string;
}

const files = listFiles(SRC).filter((file) => /\.(?:ts|mjs)$/.test(file));
const imports = files.flatMap((file): Import[] =>
  readImports(file).map((specifier) => ({ from: relative(SRC, file), folder: folderOf(file), specifier })),
);

describe('the house', () => {
  it('imports only in the directions of the picture', () => {
    const wrong = imports.flatMap(({ from, folder, specifier }) => {
      if (!specifier.startsWith('.')) return [];
      const target = folderOf(resolve(SRC, dirname(from), specifier));
      if (TRAINING.test(from)) return [];
      const allowed = MAY_IMPORT[folder];
      const isAllowed = allowed === undefined ? isEntry(folder) : target === folder || allowed.includes(target);
      return isAllowed ? [] : [`${from} imports ${specifier}`];
    });
    expect(wrong).toEqual([]);
  });

  it('lets only its owners import a package', () => {
    const wrong = imports.flatMap(({ from, folder, specifier }) => {
      if (specifier.startsWith('.') || isBuiltin(specifier)) return [];
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      const owners = PACKAGE_OWNERS[name] ?? [];
      return owners.includes(isEntry(folder) && folder !== 'cli' ? 'entry' : folder) ? [] : [`${from} imports ${name}`];
    });
    expect(wrong).toEqual([]);
  });

  it('does no input or output in its pure folders', () => {
    const wrong = imports.filter(
      ({ folder, specifier }) =>
        PURE.includes(folder) && isBuiltin(specifier) && !HARMLESS_BUILTINS.has(specifier.replace(/^node:/, '')),
    );
    expect(wrong).toEqual([]);
    const globals = files
      .filter((file) => PURE.includes(folderOf(file)))
      .filter((file) => /\b(?:process\.|fetch\(|setTimeout\(|setInterval\(|console\.)/.test(withoutComments(file)));
    expect(globals.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('has no cycle of imports', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        readImports(file)
          .filter((one) => one.startsWith('.'))
          .map((one) => resolve(dirname(file), one)),
      ]),
    );
    expect(findCycle(graph)).toBeUndefined();
  });

  it('knows every folder that holds code', () => {
    const folders = new Set(files.map(folderOf));
    expect([...folders].filter((folder) => MAY_IMPORT[folder] === undefined && !isEntry(folder))).toEqual([]);
  });

  it('keeps the top level that was agreed', () => {
    const visible = readdirSync(ROOT).filter(
      (name) => !name.startsWith('.') && name !== 'node_modules' && name !== 'data',
    );
    const agreed = [
      'README.md',
      'knowledge',
      'manifests',
      'package-lock.json',
      'package.json',
      'src',
      'test',
      'tsconfig.json',
    ];
    expect(visible.filter((name) => !agreed.includes(name) && name !== 'coverage')).toEqual([]);
  });
});

function folderOf(file: string): string {
  const parts = relative(SRC, file).split(sep);
  if (parts.length === 1) return 'entry';
  return parts[0] === 'adapters' ? `adapters/${parts[1] ?? ''}` : (parts[0] ?? '');
}

function isEntry(folder: string): boolean {
  return folder === 'entry' || folder === 'cli';
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    // What the browser loads is checked by the browser.
    if (entry.isDirectory()) return entry.name === 'page' ? [] : listFiles(path);
    return [path];
  });
}

function readImports(file: string): string[] {
  const text = withoutComments(file);
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].map((one) => relative(SRC, one));
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = walk(next, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = walk(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
