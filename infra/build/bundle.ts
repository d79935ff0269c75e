import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle, type BuildOptions, type Metafile } from 'esbuild';
import { splitRarelyUsed, type SeparateFiles } from './split-rarely-used';

/**
 * Not bundled but installed beside the bundles that import them. The framework must be the same copy that its command
 * starts. The others are large, read files from their own folders, and are loaded only when they are needed.
 */
export const EXTERNAL = [
  '@google-cloud/functions-framework',
  '@google-cloud/secret-manager',
  '@google-cloud/cloud-sql-connector',
  '@google-cloud/logging-winston',
  'google-auth-library',
  '@resvg/resvg-js',
];

/** What winston loads at every start and does not need here, and what it gets instead. */
const NOT_LOADED = {
  '@dabh/diagnostics': join(__dirname, 'no-diagnostics.cjs'),
  '@colors/colors/safe': join(__dirname, 'no-colors.cjs'),
  'readable-stream/lib/_stream_writable.js': join(__dirname, 'node-writable.cjs'),
  'readable-stream': 'node:stream',
};

const OPTIONS = {
  write: false,
  metafile: true,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: EXTERNAL,
  alias: NOT_LOADED,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

export interface Bundled {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly outputs: Metafile['outputs'];
}

const ROOT = join(__dirname, '../..');

/** The program that serves the function in a folder under functions/ by functions-framework. */
const programOf = (folder: string): string => `
  import { serveByFramework } from './functions/serve-by-framework';
  import { definition } from './functions/${folder}';
  serveByFramework(definition);`;

/** The bundle of a function, as a deploy uploads it. */
export const bundleFunction = (folder: string): Promise<Bundled> =>
  bundleOf({ contents: programOf(folder), resolveDir: ROOT, loader: 'ts' }, 'index.cjs');

/** The programs of the folder that serves all functions without Google. */
const HOST_PROGRAMS = {
  'index.cjs': 'host/index.ts',
  'is-alive.cjs': 'host/is-alive.ts',
  'commands.cjs': 'infra/commands.ts',
};

/** The bundles of the plain host and of the operator's commands, and the migrations that one of them applies. */
export async function bundleHost(): Promise<Bundled> {
  const programs = await Promise.all(
    Object.entries(HOST_PROGRAMS).map(async ([name, source]) => bundleOf(join(ROOT, source), name)),
  );
  const migrations = join(ROOT, 'infra/migrations');
  const names = await readdir(migrations);
  const files = await Promise.all(
    names.map(async (name) => [`migrations/${name}`, await readFile(join(migrations, name))] as const),
  );
  const together: Pick<Bundled, 'outputs'> & { files: Record<string, Uint8Array> } = {
    files: Object.fromEntries(files),
    outputs: {},
  };
  for (const program of programs) {
    Object.assign(together.files, program.files);
    Object.assign(together.outputs, program.outputs);
  }
  return together;
}

/** A bundle of a file or a program, and the separate files that it loads from beside itself, by name. */
export async function bundleOf(
  source: string | NonNullable<BuildOptions['stdin']>,
  name: string,
): Promise<Bundled> {
  const separate: SeparateFiles = new Map();
  const plugins = [splitRarelyUsed(separate)];
  const { metafile, outputFiles } = await bundle({
    ...OPTIONS,
    plugins,
    ...(typeof source === 'string' ? { entryPoints: [source] } : { stdin: source }),
    outfile: name,
  });
  const files: Record<string, Uint8Array> = { [name]: outputFiles[0]?.contents ?? new Uint8Array() };
  const outputs = { ...metafile.outputs };
  for (const [beside, { path, isCode }] of separate) {
    const built = isCode
      ? await bundleOf(path, beside)
      : { files: { [beside]: await readFile(path) }, outputs: {} };
    Object.assign(files, built.files);
    Object.assign(outputs, built.outputs);
  }
  return { files, outputs };
}
