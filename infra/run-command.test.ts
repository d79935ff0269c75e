import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../tests/support/run-command-line';
import { gcloud } from './deploy/command';
import { commandRunner } from './deploy/run-command';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'telepay-command-'))));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['its work is done', 'undefined', { code: 0, stdout: 'last line\n', stderr: '' }],
  [
    'it failed',
    "Promise.reject(new UsageError('no such file'))",
    { code: 1, stdout: 'last line\n', stderr: 'no such file\n' },
  ],
])('ends the process once %s, although a call that was given up goes on', async (_, end, expected) => {
  const file = join(folder, 'command.ts');
  writeFileSync(
    file,
    `import { runMain } from '${join(__dirname, 'run-command')}';
     import { UsageError } from '${join(__dirname, 'arguments')}';
     runMain(async () => {
       setInterval(() => undefined, 1_000);
       console.log('last line');
       await ${end};
     });`,
  );
  expect(await runCommandLine(file, [])).toEqual(expected);
});

it('ends a command of gcloud that gives no answer', async () => {
  writeFileSync(join(folder, 'gcloud'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
  const run = commandRunner({
    project: 'shop-project',
    newSecret: () => Promise.reject(new Error('unused')),
    environment: { PATH: `${folder}:${process.env['PATH']}` },
    limitMs: 100,
  });
  await expect(run(gcloud(['projects', 'describe', 'shop-project']))).rejects.toThrow(
    'gcloud projects describe shop-project --project=shop-project: there was no answer within 0.1 s',
  );
});
