import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const NOT_OURS = /^(node_modules|dist|coverage|\.git|\.data)$|^package-lock\.json$/;

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    if (NOT_OURS.test(name)) continue;
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

export interface ShellSource {
  /** Where it stands: a file, and in a document the line on which it begins. */
  readonly title: string;
  readonly text: string;
}

/** Every script: by its first line, whatever it is called. */
function scripts(paths: readonly string[]): ShellSource[] {
  return paths
    .filter((path) => /\.(sh|bash)$/.test(path) || !/\.\w+$/.test(path))
    .map((path) => ({ title: path, text: readFileSync(join(ROOT, path), 'utf8') }))
    .filter(({ title, text }) => /\.(sh|bash)$/.test(title) || /^#!.*\b(ba)?sh\b/.test(text));
}

export interface Document {
  readonly path: string;
  readonly text: string;
}

/** What people read and may copy commands from. */
export const documents = (): Document[] =>
  [...filesIn('.')]
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** What stands between ```sh and ``` in a document. */
export function shellBlocks({ path, text }: Document): ShellSource[] {
  return [...text.matchAll(/^( *)```(?:sh|bash|shell)\n([\s\S]*?)^ *```$/gm)].map(
    ({ 1: indent = '', 2: block = '', index }) => ({
      title: `${path}:${text.slice(0, index).split('\n').length + 1}`,
      text: block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** Every piece of shell in the project: scripts, and blocks of documents. */
export const shellSources = (): ShellSource[] => [
  ...scripts([...filesIn('.')]),
  ...documents().flatMap(shellBlocks),
];
