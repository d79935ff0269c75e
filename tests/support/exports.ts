import { source } from './source-files';

const DECLARED =
  /^export (?:declare |abstract |async )*(?:const|let|function\*?|class|type|interface) (\w+)/gm;

/** Finds names that several of these files declare and export. Returns each with its files. */
export function exportedTwice(paths: readonly string[]): string[] {
  const homes = new Map<string, Set<string>>();
  for (const path of paths)
    for (const [, name] of source(path).matchAll(DECLARED))
      homes.set(String(name), (homes.get(String(name)) ?? new Set()).add(path));
  return [...homes]
    .filter(([, files]) => files.size > 1)
    .map(([name, files]) => `${name}: ${[...files].join(', ')}`);
}
