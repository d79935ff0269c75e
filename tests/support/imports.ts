import { dirname, join } from 'node:path';
import { EVERYTHING, source } from './source-files';

export interface Import {
  /** A path of this project as it is imported, or the name of a package. */
  readonly name: string;
  /** The file, if it is a source of this project. */
  readonly file: string | undefined;
  /** It is gone at run time. */
  readonly isType: boolean;
}

const FILES = new Set(EVERYTHING);

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:([\w$*\s,]*(?:\{[^}]*\})?)\s*from\s+)?'([^']+)'/gm;
const CALL = /(\btypeof\s+)?\bimport\(\s*'([^']+)'/g;

/** `{ type A, type B }` imports types alone, though the statement does not say so. */
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

/** What a file imports, by a statement or by `import()`. */
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

/** The shortest way from a file over what it imports back to itself. */
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
  const way = [path];
  do way.unshift(String(importedBy.get(String(way[0]))));
  while (way[0] !== path);
  return way;
}

/** The circles of imports, types included: one for each file in any, unless an earlier one holds it: `a > b > a`. */
export function circlesAmong(files: readonly string[]): string[] {
  const graph = graphOf(files);
  const told = new Set<string>();
  return files.flatMap((path) => {
    const circle = told.has(path) ? undefined : circleOf(path, graph);
    for (const file of circle ?? []) told.add(file);
    return circle === undefined ? [] : [circle.join(' > ')];
  });
}
