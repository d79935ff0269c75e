import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build as buildFunctions, HOST } from '../infra/build';
import { FUNCTIONS } from '../infra/build/built-functions';
import { bundleOf } from '../infra/build/bundle';

const ROOT = join(__dirname, '..');
const SERVERS = ['bare', 'floor-tap', 'floor-ipn', 'plain-tap', 'plain-ipn', 'sink'] as const;

export interface Built {
  /** The folder that holds a server's, or a function's, bundle. */
  folderOf(name: string): string;
  remove(): Promise<void>;
}

/** Bundles `bench/servers/<name>.ts` into `folder`, with the files that it reads beside itself. */
export async function buildServer(name: string, folder: string): Promise<void> {
  const { files } = await bundleOf(join(__dirname, 'servers', `${name}.ts`), 'index.cjs');
  const all = { ...files, 'package.json': '{ "main": "index.cjs" }\n' };
  for (const [file, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
}

/**
 * Builds the functions as a deploy does, and the servers they are compared with in the same way. Copies all of them to a
 * separate folder for this run, so that another build cannot change them midway. It is in dist/, where Node finds packages.
 */
export async function buildServers({ isBuilt = false } = {}): Promise<Built> {
  if (!isBuilt) await buildFunctions(() => undefined);
  const out = join(ROOT, 'dist', `bench-${process.pid}`);
  await mkdir(out, { recursive: true });
  const copies = [...Object.keys(FUNCTIONS), HOST].map((name) =>
    cp(join(ROOT, 'dist', name), join(out, name), { recursive: true }),
  );
  await Promise.all([...copies, ...SERVERS.map((name) => buildServer(name, join(out, name)))]);
  return { folderOf: (name) => join(out, name), remove: () => rm(out, { recursive: true, force: true }) };
}
