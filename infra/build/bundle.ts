import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle, type BuildOptions, type Metafile } from 'esbuild';
import { splitRarelyUsed, type SeparateFiles } from './split-rarely-used';

/**
 * Left out of the bundles and installed beside those that reach them. The framework must be the very copy that its own
 * command starts; the others are large, read files of their own, and are loaded only where they are needed.
 */
export const EXTERNAL = [
  '@google-cloud/functions-framework',
  '@google-cloud/secret-manager',
  '@google-cloud/cloud-sql-connector',
  '@google-cloud/logging-winston',
  'google-auth-library',
  '@resvg/resvg-js',
];

const OPTIONS = {
  write: false,
  metafile: true,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: EXTERNAL,
  alias: { '@dabh/diagnostics': join(__dirname, 'no-diagnostics.cjs') },
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

interface Bundled {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly outputs: Metafile['outputs'];
}

/** A bundle, and beside it what it loads as files of their own, by the names that it knows them under. */
export async function bundleOf(source: string, name: string): Promise<Bundled> {
  const apart: SeparateFiles = new Map();
  const plugins = [splitRarelyUsed(apart)];
  const { metafile, outputFiles } = await bundle({
    ...OPTIONS,
    plugins,
    entryPoints: [source],
    outfile: name,
  });
  const files: Record<string, Uint8Array> = { [name]: outputFiles[0]?.contents ?? new Uint8Array() };
  const outputs = { ...metafile.outputs };
  for (const [beside, { path, isCode }] of apart) {
    const made = isCode
      ? await bundleOf(path, beside)
      : { files: { [beside]: await readFile(path) }, outputs: {} };
    Object.assign(files, made.files);
    Object.assign(outputs, made.outputs);
  }
  return { files, outputs };
}
