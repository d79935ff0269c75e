import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';

const ROOT = join(__dirname, '..');

/** Folder under functions/ and dist/, and the target that functions-framework serves. */
export const FUNCTIONS = {
  'telegram-webhook': 'telegramWebhook',
  'payment-ipn': 'paymentIpn',
  'notification-webhook': 'notificationWebhook',
  health: 'health',
  worker: 'worker',
} as const;

/**
 * Left out of the bundles and installed beside them. The framework must be the very copy that its own command starts;
 * the others are large, read files of their own, and are loaded only where they are needed.
 */
const EXTERNAL = [
  '@google-cloud/functions-framework',
  '@google-cloud/secret-manager',
  '@google-cloud/cloud-sql-connector',
  '@google-cloud/logging-winston',
  'google-auth-library',
];

interface Manifest {
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Makes `dist/<folder>/`: one bundle and its package.json, exactly what is deployed. Returns its size in bytes. */
async function buildFunction(folder: string, manifest: Manifest): Promise<number> {
  const out = join(ROOT, 'dist', folder);
  await mkdir(out, { recursive: true });
  // Written beside and renamed: a function may be starting from it at this moment.
  const file = join(out, 'index.cjs');
  const made = `${file}.${process.pid}`;
  await bundle({
    entryPoints: [join(ROOT, 'functions', folder, 'index.ts')],
    outfile: made,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: EXTERNAL,
    alias: { '@dabh/diagnostics': join(__dirname, 'no-diagnostics.cjs') },
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  const { version, engines, dependencies } = manifest;
  const pinned = Object.fromEntries(EXTERNAL.map((name) => [name, String(dependencies[name])]));
  const generated = {
    name: `telepay-${folder}`,
    version,
    private: true,
    main: 'index.cjs',
    engines,
    dependencies: pinned,
  };
  await writeFile(`${made}.json`, `${JSON.stringify(generated, null, 2)}\n`);
  await rename(`${made}.json`, join(out, 'package.json'));
  await rename(made, file);
  return (await stat(file)).size;
}

/** Builds all five functions side by side. */
export async function build(log: (line: string) => void = console.log): Promise<void> {
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Manifest;
  await Promise.all(
    Object.entries(FUNCTIONS).map(async ([folder, target]) => {
      const bytes = await buildFunction(folder, manifest);
      log(`dist/${folder}  ${target}  ${Math.round(bytes / 1024)} KiB`);
    }),
  );
}

if (require.main === module) {
  build().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
