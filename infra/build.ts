import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { readArguments } from './arguments';
import { bundleFunction, bundleOf, EXTERNAL } from './build/bundle';
import { cutLock, type Lock } from './build/cut-lock';
import { gcloudignore, removeStale } from './build/uploaded-files';
import { runMain } from './run-command';

const ROOT = join(__dirname, '..');

const HELP = `Writes dist/<folder>/ for each of the five functions, with exactly what a deploy uploads, and dist/host/, which serves all
of them outside Google.

  npm run build            a bundle, its package.json, lock and .npmrc, and a .gcloudignore that excludes everything else
  npm run build -- --help  this text
`;

/** The folder under functions/ and dist/, and the target that functions-framework serves. */
export const FUNCTIONS = {
  'telegram-webhook': 'telegramWebhook',
  'payment-ipn': 'paymentIpn',
  'notification-webhook': 'notificationWebhook',
  health: 'health',
  worker: 'worker',
} as const;

/** The folder of the plain host under dist/, which serves all five without functions-framework. */
export const HOST = 'host';

interface Sources {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly lock: Lock;
}

async function readSources(): Promise<Sources> {
  const [manifest, lock] = await Promise.all(
    ['package.json', 'package-lock.json'].map(async (file) => readFile(join(ROOT, file), 'utf8')),
  );
  const { version, dependencies } = JSON.parse(String(manifest)) as Omit<Sources, 'lock'>;
  return { version, dependencies, lock: JSON.parse(String(lock)) as Lock };
}

/** The packages that a bundle loads at run time, also with `import()`. Throws if one is not in `EXTERNAL`. */
export function packagesOutside({ outputs }: Pick<Metafile, 'outputs'>): string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports.map(({ path }) => path));
  const isInside = (path: string) => path.startsWith('./');
  const isBuiltin = (path: string) => path.startsWith('node:') || builtinModules.includes(path);
  const names = imports
    .filter((path) => !isBuiltin(path) && !isInside(path))
    .map((path) => path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
  const unknown = names.find((name) => !EXTERNAL.includes(name));
  if (unknown !== undefined)
    throw new Error(`${unknown} is neither bundled nor installed beside the bundle.`);
  return [...new Set(names)].sort();
}

/**
 * Names no version of Node, because the runtime of the deployed function decides it, and the buildpack would read a range
 * here as a second opinion.
 */
function manifestOf(folder: string, externals: readonly string[], { version, dependencies }: Sources) {
  const pinned = externals.map((name) => {
    const exact = dependencies[name];
    if (exact === undefined) throw new Error(`${name} is not a dependency in package.json.`);
    return [name, exact] as const;
  });
  return {
    name: `telepay-${folder}`,
    version,
    private: true,
    main: 'index.cjs',
    dependencies: Object.fromEntries(pinned),
  };
}

/** Writes a temporary file and renames it, because a function may be loading the old one right now. */
async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(temporary, content);
  await rename(temporary, file);
}

/** The files beside a bundle that tell npm what to install, and that no script of a package may run. */
function npmFilesOf(manifest: ReturnType<typeof manifestOf>, { lock }: Sources): Record<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'package.json': json(manifest),
    'package-lock.json': json(cutLock(lock, manifest)),
    '.npmrc': 'ignore-scripts=true\n',
  };
}

type Bundle = Awaited<ReturnType<typeof bundleOf>>;

/** Writes `dist/<folder>/`. Returns the size of its bundle in bytes. */
async function writePackage(folder: string, { files, outputs }: Bundle, sources: Sources): Promise<number> {
  const out = join(ROOT, 'dist', folder);
  const forNpm = npmFilesOf(manifestOf(folder, packagesOutside({ outputs }), sources), sources);
  for (const [name, content] of Object.entries(forNpm)) await replaceFile(join(out, name), content);
  const uploaded = [...Object.keys(files), ...Object.keys(forNpm)];
  await replaceFile(join(out, '.gcloudignore'), gcloudignore(uploaded));
  // The bundle comes last, when every file that it loads exists.
  for (const [name, content] of Object.entries(files).reverse()) await replaceFile(join(out, name), content);
  await removeStale(out, uploaded);
  return files['index.cjs']?.byteLength ?? 0;
}

export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
}

/** Throws `NotBuilt` if `dist` lacks one of the five functions. */
export function demandBuilt(dist = join(ROOT, 'dist')): void {
  const missing = Object.keys(FUNCTIONS).filter((folder) => !existsSync(join(dist, folder, 'index.cjs')));
  if (missing.length > 0)
    throw new NotBuilt(`dist/ lacks ${missing.join(', ')}. Run npm run build, or leave out --no-build.`);
}

/** Builds all five functions and the plain host side by side. */
export async function build(log: (line: string) => void = console.log): Promise<void> {
  const sources = await readSources();
  async function buildOne(folder: string, what: string, bundled: Promise<Bundle>): Promise<void> {
    const bytes = await writePackage(folder, await bundled, sources);
    log(`dist/${folder}  ${what}  ${Math.round(bytes / 1024)} KiB`);
  }
  await Promise.all([
    ...Object.entries(FUNCTIONS).map(([folder, target]) => buildOne(folder, target, bundleFunction(folder))),
    buildOne(HOST, 'all five', bundleOf(join(ROOT, 'host/index.ts'), 'index.cjs')),
  ]);
}

async function main(): Promise<void> {
  const { values } = readArguments({});
  if (values.help) return void process.stdout.write(HELP);
  await build();
}

if (require.main === module) runMain(main);
