import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The files in a folder and its subfolders, as paths from the project's root. TypeScript unless `pattern` differs. */
function* filesIn(folder: string, pattern = /\.ts$/): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* filesIn(path, pattern);
    else if (pattern.test(path)) yield path;
  }
}

export const isTest = (path: string): boolean => path.endsWith('.test.ts');

const texts = new Map<string, string>();

export function source(path: string): string {
  const text = texts.get(path) ?? readFileSync(join(ROOT, path), 'utf8');
  texts.set(path, text);
  return text;
}

/** Every source of the project, tests included. */
export const EVERYTHING = ['shared', 'functions', 'host', 'infra', 'playground', 'bench', 'tests'].flatMap(
  (folder) => [...filesIn(folder, /\.(ts|js|cjs)$/)],
);

/** The sources that are deployed. */
export const PRODUCT = ['shared', 'functions', 'host'].flatMap((folder) =>
  [...filesIn(folder)].filter((path) => !isTest(path)),
);
