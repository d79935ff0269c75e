import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECTS, SOURCE_FOLDERS, testFilesByProject } from './projects';

const ROOT = join(__dirname, '../..');
let root: string;
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'telepay-projects-'));
  for (const folder of SOURCE_FOLDERS) mkdirSync(join(root, folder));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Written in two parts, because otherwise this file itself would count as using Postgres. */
const USES_POSTGRES = `process.env['${['TEST_DATABASE', 'SERVER'].join('_')}']`;

it('puts a test whose imports reach Postgres into `database`', () => {
  write('tests/support/test-database.ts', USES_POSTGRES);
  write('tests/worlds/index.ts', `export { open } from '../support/test-database';`);
  write('shared/a.test.ts', `import {\n  one,\n  two,\n} from '../tests/worlds';`);
  write('shared/b.test.ts', `const { open } = await import('../tests/support/test-database');`);
  write('shared/c.test.ts', `import '../tests/support/test-database';`);
  expect(testFilesByProject(root).database).toEqual([
    'shared/a.test.ts',
    'shared/b.test.ts',
    'shared/c.test.ts',
  ]);
});

it('keeps a test in `unit` that only imports types or looks like an import', () => {
  write('tests/support/test-database.ts', USES_POSTGRES);
  write('shared/a.test.ts', `import type { Open } from '../tests/support/test-database';`);
  write('shared/b.test.ts', `// from '../tests/support/test-database'\nconst words = "from '../x'";`);
  expect(testFilesByProject(root).unit).toEqual(['shared/a.test.ts', 'shared/b.test.ts']);
});

it('uses the project that a file declares, otherwise that of its folder', () => {
  write('tests/browser/a.test.ts', '');
  write('tests/model/b.test.ts', '');
  write('tests/deploy/c.test.ts', '');
  write('infra/d.test.ts', '/** @project release */\n');
  expect(testFilesByProject(root)).toEqual({
    unit: [],
    database: [],
    journeys: ['tests/model/b.test.ts'],
    browser: ['tests/browser/a.test.ts'],
    release: ['infra/d.test.ts', 'tests/deploy/c.test.ts'],
  });
});

it('refuses an unknown project', () => {
  write('infra/a.test.ts', '/** @project slow */\n');
  expect(() => testFilesByProject(root)).toThrow('infra/a.test.ts: slow is not one of the projects unit, ');
});

/** Every test file of the checkout, found without the projects' own list of folders. */
const testFilesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|dist|\.data|\.git)$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFilesIn(path);
    return /\.test\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });

it('puts every test file of this repository into exactly one project', () => {
  const files = testFilesByProject(ROOT);
  const all = testFilesIn('.').sort();
  expect(PROJECTS.flatMap((project) => files[project]).sort()).toEqual(all);
  for (const project of PROJECTS) expect(files[project]).not.toEqual([]);
});
