import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildFunctions, FUNCTIONS } from '../infra/build';

const ROOT = join(__dirname, '..');
const SERVERS = ['bare', 'floor-tap', 'floor-ipn', 'sink'] as const;

export interface Built {
  /** The folder that holds a server's, or a function's, bundle. */
  folderOf(name: string): string;
  remove(): Promise<void>;
}

async function buildServer(name: string, out: string): Promise<void> {
  await bundle({
    entryPoints: [join(__dirname, 'servers', `${name}.ts`)],
    outfile: join(out, name, 'index.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['@google-cloud/functions-framework'],
    minifySyntax: true,
    logLevel: 'warning',
  });
  await writeFile(join(out, name, 'package.json'), '{ "main": "index.cjs" }\n');
}

/**
 * Builds the functions as a deploy does, and the servers they are compared with in the same way. Copies all of them to a
 * separate folder for this run, so that another build cannot change them midway. It is in dist/, where Node finds packages.
 */
export async function buildServers({ isBuilt = false } = {}): Promise<Built> {
  if (!isBuilt) await buildFunctions(() => undefined);
  const out = join(ROOT, 'dist', `bench-${process.pid}`);
  await mkdir(out, { recursive: true });
  const copies = Object.keys(FUNCTIONS).map((name) =>
    cp(join(ROOT, 'dist', name), join(out, name), { recursive: true }),
  );
  await Promise.all([...copies, ...SERVERS.map((name) => buildServer(name, out))]);
  return { folderOf: (name) => join(out, name), remove: () => rm(out, { recursive: true, force: true }) };
}
