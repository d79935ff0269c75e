import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTIONS, packagesOutside } from './build';

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

it('lists each package that a bundle asks for once, and nothing that Node brings', () => {
  const bundle = bundleOf(
    'node:fs',
    'util',
    'google-auth-library/build/src/index.js',
    'google-auth-library',
    '@google-cloud/functions-framework/testing',
  );
  expect(packagesOutside(bundle)).toEqual(['@google-cloud/functions-framework', 'google-auth-library']);
});

it('makes no bundle that asks for a package which nobody meant to install beside it', () => {
  expect(() => packagesOutside(bundleOf('@google-cloud/functions-framework', 'left-pad/x'))).toThrow(
    'left-pad',
  );
});

it.each(Object.keys(FUNCTIONS))(
  'pins what dist/%s needs, and names neither a Node nor a registry',
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

it('has a --help', () => {
  const args = ['--import', 'tsx', 'infra/build.ts', '--help'];
  expect(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })).toContain('npm run build');
});
