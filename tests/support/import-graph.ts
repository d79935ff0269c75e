import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The TypeScript sources of a repository, and the sources that each one loads when it runs. */
export interface ImportGraph {
  /** Paths from the root, always with `/`. */
  readonly files: readonly string[];
  textOf(file: string): string;
  /** Everything that a file loads, itself included. */
  reachedFrom(file: string): ReadonlySet<string>;
}

/** `from './x'`, `import './x'`, `import('./x')`, `require('./x')` and `jest.mock('./x'`, but not types, which don't exist at run time. */
const IMPORT =
  /^(?:import|export)\s(?!type\b)[^'"`;]*?'(\.[^']*)'|\b(?:import|require|mock|requireActual)\(\s*'(\.[^']*)'/gm;

export function readImportGraph(root: string, folders: readonly string[]): ImportGraph {
  const texts = new Map(
    folders
      .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
  const imports = new Map<string, readonly string[]>();
  const importsOf = (file: string): readonly string[] => {
    const known = imports.get(file) ?? importedBy(file, texts);
    imports.set(file, known);
    return known;
  };
  return {
    files: [...texts.keys()].sort(),
    textOf: (file) => texts.get(file) ?? '',
    reachedFrom: (file) => {
      const reached = new Set([file]);
      // The loop also visits what it adds to the set.
      for (const each of reached) for (const next of importsOf(each)) reached.add(next);
      return reached;
    },
  };
}

function importedBy(file: string, texts: ReadonlyMap<string, string>): string[] {
  return [...(texts.get(file) ?? '').matchAll(IMPORT)]
    .map(([, from, called]) => join(dirname(file), String(from ?? called)).replaceAll(sep, '/'))
    .flatMap((path) =>
      [path, `${path}.ts`, `${path}/index.ts`].filter((name) => texts.has(name)).slice(0, 1),
    );
}
