/** @project release */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'telepay-retry-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A test that fails `times` times and then passes. */
const failing = (name: string, times: number) =>
  `{ let left = ${times}; it('${name}', () => { if (left-- > 0) throw new Error('not yet'); }); }\n`;

/** Runs Jest on these tests, with this repository's retries and reporter. */
function run(tests: readonly string[]) {
  writeFileSync(join(folder, 'some.test.js'), tests.join(''));
  const config = {
    rootDir: folder,
    setupFilesAfterEnv: [join(__dirname, 'retry-once.ts')],
    transform: { '\\.ts$': join(__dirname, 'esbuild-transform.cjs') },
    reporters: ['default', join(__dirname, 'retry-budget.cjs')],
  };
  const jest = require.resolve('jest/bin/jest');
  const { status, stderr } = spawnSync(process.execPath, [jest, `--config=${JSON.stringify(config)}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr };
}

it('prints nothing if every test passes at once', () => {
  const { status, stderr } = run([failing('good', 0)]);
  expect({ status, isSilent: !stderr.includes('run again') }).toEqual({ status: 0, isSilent: true });
});

it('names up to two tests that passed only when run again', () => {
  const { status, stderr } = run([failing('first', 1), failing('second', 1), failing('good', 0)]);
  expect(status).toBe(0);
  expect(stderr).toContain('Passed only when run again: 2 (allowed: 2).');
  for (const name of ['first', 'second']) expect(stderr).toContain(`some.test.js: ${name}\n`);
  expect(stderr).not.toContain('some.test.js: good');
});

it('fails a run in which three tests passed only when run again', () => {
  const { status, stderr } = run([failing('first', 1), failing('second', 1), failing('third', 1)]);
  expect(status).toBe(1);
  expect(stderr).toContain('3 passed, 3 total');
  expect(stderr).toContain('That is too many, so the run fails.');
});

it('fails a test that fails twice', () => {
  const { status, stderr } = run([failing('broken', 2)]);
  expect(status).toBe(1);
  expect(stderr).toContain('1 failed, 1 total');
});
