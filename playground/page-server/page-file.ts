import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const FOLDER = join(__dirname, '../page');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Reads a file of the page each time, so that a change shows after a reload. */
export async function readPageFile(path: string): Promise<{ type: string; content: Buffer } | undefined> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = TYPES[extname(name)];
  // The page's files have letters and dashes in their names and are at most one folder deep.
  if (type === undefined || !/^(?:[a-z-]+\/)?[a-z-]+\.[a-z]+$/.test(name)) return undefined;
  const content = await readFile(join(FOLDER, name)).catch(() => undefined);
  return content && { type, content };
}
