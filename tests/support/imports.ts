import { dirname, join } from 'node:path';
import { EVERYTHING, source } from './source-files';

export interface Import {
  /** The path in this project as the import spells it, or the name of a package. */
  readonly name: string;
  /** The file, if it is a source of this project. */
  readonly file: string | undefined;
  /** Imports only types, which don't exist at run time. */
  readonly isType: boolean;
}

const FILES = new Set(EVERYTHING);

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:([\w$*\s,]*(?:\{[^}]*\})?)\s*from\s+)?'([^']+)'/gm;
const CALL = /(\btypeof\s+)?\bimport\(\s*'([^']+)'/g;

/** Whether a clause such as `{ type A, type B }` imports only types, although the statement itself does not say so. */
function namesOnlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}$/
    .exec(clause.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
}

function resolved(from: string, specifier: string): Pick<Import, 'name' | 'file'> {
  if (!specifier.startsWith('.')) return { name: specifier, file: undefined };
  const name = join(dirname(from), specifier);
  return { name, file: [name, `${name}.ts`, `${name}/index.ts`].find((path) => FILES.has(path)) };
}

/** Reads the imports of a file, by statements and by `import()`. */
export function readImports(path: string): Import[] {
  const statements = [...source(path).matchAll(STATEMENT)].map(([, type, clause, specifier]) => ({
    ...resolved(path, String(specifier)),
    isType: type !== undefined || namesOnlyTypes(clause ?? ''),
  }));
  const calls = [...source(path).matchAll(CALL)].map(([, type, specifier]) => ({
    ...resolved(path, String(specifier)),
    isType: type !== undefined,
  }));
  return [...statements, ...calls];
}

export const importsOf = (path: string): string[] => readImports(path).map(({ name }) => name);

type Graph = ReadonlyMap<string, readonly string[]>;

const graphOf = (files: readonly string[]): Graph =>
  new Map(
    files.map((path) => [path, readImports(path).flatMap(({ file }) => (file === undefined ? [] : [file]))]),
  );

/** The shortest path of imports from a file back to itself. */
function circleOf(path: string, graph: Graph): string[] | undefined {
  const importedBy = new Map<string, string>();
  const queue = [path];
  for (const file of queue)
    for (const imported of graph.get(file) ?? []) {
      if (importedBy.has(imported)) continue;
      importedBy.set(imported, file);
      queue.push(imported);
    }
  if (!importedBy.has(path)) return undefined;
  const circle = [path];
  do circle.unshift(String(importedBy.get(String(circle[0]))));
  while (circle[0] !== path);
  return circle;
}

/** Finds circles of imports such as `a > b > a`, type imports included. Files of a reported circle are not reported again. */
export function circlesAmong(files: readonly string[]): string[] {
  const graph = graphOf(files);
  const reported = new Set<string>();
  return files.flatMap((path) => {
    const circle = reported.has(path) ? undefined : circleOf(path, graph);
    for (const file of circle ?? []) reported.add(file);
    return circle === undefined ? [] : [circle.join(' > ')];
  });
}
