import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const FOLDER = join(__dirname, '../page');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** A file of the page, read anew each time so that a change shows at the next reload. */
export async function readPageFile(path: string): Promise<{ type: string; content: Buffer } | undefined> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = TYPES[extname(name)];
  // Letters and dashes, in one folder at most: no other name can be a file of the page.
  if (type === undefined || !/^(?:[a-z-]+\/)?[a-z-]+\.[a-z]+$/.test(name)) return undefined;
  const content = await readFile(join(FOLDER, name)).catch(() => undefined);
  return content && { type, content };
}
