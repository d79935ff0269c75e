import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import type { HttpCall } from '../../../bench/spawn-server';
import type { Call } from '../../journeys/support/call';
import { uploadedFrom } from './uploaded';
import { TEST_DEADLINE_MS } from '../../support/deadlines';

const run = promisify(execFile);
const ROOT = join(__dirname, '../../..');

/** A function's source as gcloud would upload it, unpacked in its own empty folder. */
export interface Archive {
  readonly path: string;
  /** The size of gcloud's zip of it. */
  readonly zipBytes: number;
  /** The packages in its package.json. */
  readonly packages: readonly string[];
}

// A zip stores a local and a central header for each file, with its name in both.
const zippedBytes = (name: string, content: Buffer) =>
  deflateRawSync(content).byteLength + 30 + 46 + 2 * name.length;
const ZIP_END_BYTES = 22;

export async function unpackArchive(folder: string, path: string): Promise<Archive> {
  const source = join(ROOT, 'dist', folder);
  let zipBytes = ZIP_END_BYTES;
  await mkdir(path, { recursive: true });
  for (const file of uploadedFrom(source)) {
    await cp(join(source, file), join(path, file));
    zipBytes += zippedBytes(file, await readFile(join(path, file)));
  }
  const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return { path, zipBytes, packages: Object.keys(manifest.dependencies) };
}

/** Removes the variables that npm sets, because they would tell an inner npm to work in another folder. */
const withoutNpm = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^npm_(?!config_(registry|cache|userconfig)$)/.test(name) && name !== 'INIT_CWD',
    ),
  );

/** Installs what the buildpack installs: the lock without development dependencies. Rejects with an explanation. */
async function install({ path }: Archive): Promise<void> {
  const flags = ['--omit=dev', '--prefer-offline', '--fetch-retries=1', '--no-audit', '--no-fund'];
  try {
    const env = withoutNpm(process.env);
    await run('npm', ['ci', ...flags], { cwd: path, env, timeout: TEST_DEADLINE_MS });
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).slice(-1500) : error;
    throw new Error(
      'npm ci could not install what is deployed. Either the lock is wrong, or npm reaches no registry and its cache ' +
        `lacks a package. npm's output:\n${String(reason)}`,
      { cause: error },
    );
  }
}

/** The lock without the name of its function. */
async function contentOfLock({ path }: Archive): Promise<string> {
  const lock = JSON.parse(await readFile(join(path, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dependencies?: unknown }>;
  };
  return JSON.stringify({ ...lock.packages, '': lock.packages['']?.dependencies });
}

/**
 * Installs each archive's lock, two at a time. Archives with equal locks share one node_modules by a link, as with the
 * buildpack. Returns the number of installations.
 */
export async function installArchives(archives: readonly Archive[]): Promise<number> {
  const groups = new Map<string, Archive[]>();
  for (const archive of archives) {
    const content = await contentOfLock(archive);
    groups.set(content, [...(groups.get(content) ?? []), archive]);
  }
  const waiting = [...groups.values()];
  const installNext = async (): Promise<void> => {
    const [first, ...rest] = waiting.shift() ?? [];
    if (first === undefined) return;
    await install(first);
    for (const { path } of rest) await symlink(join(first.path, 'node_modules'), join(path, 'node_modules'));
    await installNext();
  };
  await Promise.all([installNext(), installNext()]);
  return groups.size;
}

/** The size of the archive and its node_modules. */
export async function installedBytes({ path }: Archive): Promise<number> {
  const folders = [path, join(path, 'node_modules')];
  const files = await Promise.all(
    folders.map(async (folder, index) => readdir(folder, { recursive: index === 1, withFileTypes: true })),
  );
  const sizes = await Promise.all(
    files
      .flat()
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Fills in the defaults of a call. */
export const complete = ({ method = 'POST', path = '/', headers = {}, body = '' }: Call): HttpCall => ({
  method,
  path,
  headers,
  body: String(body),
});
