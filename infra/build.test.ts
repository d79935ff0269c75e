/** @project release */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { demandBuilt, packagesOutside } from './build';
import { FUNCTIONS } from './build/built-functions';
import { splitRarelyUsed } from './build/split-rarely-used';
import { uploadedOf } from './build/uploaded-files';
import { CATALOGS } from '../tests/support/catalogs';

const ROOT = join(__dirname, '..');

const bundleOf = (...paths: string[]) => ({
  outputs: {
    'index.cjs': {
      bytes: 1,
      inputs: {},
      exports: [],
      imports: paths.map((path) => ({ path, kind: 'dynamic-import' as const, external: true })),
    },
  },
});

it('lists each package that a bundle imports once, without built-in modules', () => {
  const bundle = bundleOf(
    'node:fs',
    'util',
    'google-auth-library/build/src/index.js',
    'google-auth-library',
    '@google-cloud/functions-framework/testing',
  );
  expect(packagesOutside(bundle)).toEqual(['@google-cloud/functions-framework', 'google-auth-library']);
});

it('refuses a bundle that imports a package outside the list of externals', () => {
  expect(() => packagesOutside(bundleOf('@google-cloud/functions-framework', 'left-pad/x'))).toThrow(
    'left-pad',
  );
});

it.each(Object.keys(FUNCTIONS))(
  'pins what dist/%s needs without naming a Node version or a registry',
  (folder) => {
    const read = (file: string) =>
      JSON.parse(readFileSync(join(ROOT, 'dist', folder, file), 'utf8')) as Record<string, unknown>;
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const manifest = read('package.json');
    expect(dependencies).toMatchObject(manifest['dependencies'] as Record<string, string>);
    expect(manifest).not.toHaveProperty('engines');
    const { packages } = read('package-lock.json') as { packages: Record<string, object> };
    const located = Object.values(packages).filter(
      (one) => 'resolved' in one || !('integrity' in one || 'name' in one),
    );
    expect(located).toEqual([]);
  },
);

it.each(Object.keys(FUNCTIONS))('lets no package run a script while dist/%s is installed', (folder) => {
  const cwd = join(ROOT, 'dist', folder);
  const read = execFileSync('npm', ['config', 'get', 'ignore-scripts'], { cwd, encoding: 'utf8' });
  expect(read.trim()).toBe('true');
});

it('finds the functions that were not built', () => {
  expect(() => demandBuilt()).not.toThrow();
  expect(() => demandBuilt('/nowhere')).toThrow(
    'dist/ lacks telegram-webhook, payment-ipn, notification-webhook, health, worker. Run npm run build',
  );
});

describe('a file that no start needs', () => {
  const files = (folder: string) => uploadedOf(join(ROOT, 'dist', folder));
  const code = (file: string) => readFileSync(join(ROOT, 'dist/worker', file), 'utf8');

  it('is only beside the bundle of the function that needs it', async () => {
    const rest = ['package.json', 'package-lock.json', '.npmrc'];
    const drawing = ['draw-chart.cjs', 'draw-qr-code.cjs', 'DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];
    const reading = ['csv-records.cjs'];
    const catalogs = CATALOGS.map(({ file }) => file);
    const code = ['index.cjs', 'keep-alive-client.cjs'];
    const expected = [...code, ...catalogs];
    expect((await files('worker')).sort()).toEqual([...expected, ...drawing, ...reading, ...rest].sort());
    for (const folder of ['telegram-webhook', 'notification-webhook'])
      expect((await files(folder)).sort()).toEqual([...expected, ...rest].sort());
    for (const folder of ['payment-ipn', 'health']) expect(await files(folder)).toEqual([...code, ...rest]);
  });

  it('is not read when a function starts', () => {
    expect(code('index.cjs')).toContain('import("./draw-chart.cjs")');
    expect(code('index.cjs')).not.toContain('zrender');
    expect(code('draw-chart.cjs')).toContain('zrender');
    expect(code('index.cjs')).toContain('import("./draw-qr-code.cjs")');
    expect(code('index.cjs')).not.toContain('createSvgTag');
    expect(code('draw-qr-code.cjs')).toContain('createSvgTag');
    expect(code('index.cjs')).toContain('import("./keep-alive-client.cjs")');
    expect(code('index.cjs')).not.toContain('node_modules/undici');
    expect(code('keep-alive-client.cjs')).toContain('node_modules/undici');
    expect(code('index.cjs')).toContain('import("./csv-records.cjs")');
    expect(code('index.cjs')).not.toContain('node_modules/csv-parse');
    expect(code('csv-records.cjs')).toContain('node_modules/csv-parse');
  });

  // A start takes some 13 ms of CPU for each MB that it reads.
  it.each([
    ['host', 1_920],
    ['telegram-webhook', 1_510],
    ['worker', 1_620],
    ['notification-webhook', 970],
    ['payment-ipn', 650],
    ['health', 650],
  ])('leaves the start of %s at most %d kB', (folder, mostKb) => {
    const bundle = readFileSync(join(ROOT, 'dist', folder, 'index.cjs'), 'utf8');
    expect(Buffer.byteLength(bundle) / 1000).toBeLessThan(mostKb);
    const libraries = ['undici', 'readable-stream', '@colors/colors', '@dabh/diagnostics'];
    expect(libraries.filter((name) => bundle.includes(`node_modules/${name}/`))).toEqual([]);
  });

  it('is not read when a function starts, if it is a catalog', () => {
    const program = `
      const fs = require('node:fs');
      const { readFileSync } = fs;
      const read = [];
      fs.readFileSync = (file, ...rest) => { read.push(String(file)); return readFileSync(file, ...rest); };
      require('./dist/worker/index.cjs');
      console.log(JSON.stringify(read.filter((file) => file.endsWith('.ftl'))));
      process.exit();`;
    const env = {
      PATH: process.env['PATH'],
      TELEGRAM_BOT_TOKEN: `1:${'A'.repeat(35)}`,
      TELEGRAM_BOT_USERNAME: 'telepay_bot',
      NOWPAYMENTS_API_KEY: 'key'.repeat(10),
      NOWPAYMENTS_IPN_CALLBACK_URL: 'https://example.org/',
      WEBHOOK_SIGNING_SECRET: 'secret'.repeat(10),
      WORKER_URL: 'https://example.org',
      DATABASE_URL: 'postgres://nobody@localhost:1/none',
    };
    expect(execFileSync(process.execPath, ['-e', program], { cwd: ROOT, env, encoding: 'utf8' })).toBe(
      '[]\n',
    );
  });

  it('fails the build if it has the name of another', async () => {
    const entry = (folder: string) => `require.resolve(${JSON.stringify(join(folder, 'package.json'))});`;
    const contents = [entry('zod'), entry('yaml')].join('');
    const bundled = build({
      stdin: { contents, resolveDir: ROOT },
      bundle: true,
      write: false,
      platform: 'node',
      plugins: [splitRarelyUsed(new Map())],
      logLevel: 'silent',
    });
    await expect(bundled).rejects.toThrow('would have the same name');
  });
});

it('has a --help', () => {
  const args = ['--import', 'tsx', 'infra/build.ts', '--help'];
  expect(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })).toContain('npm run build');
});
