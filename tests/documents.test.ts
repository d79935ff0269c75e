import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory()) yield* sources(path);
    else if (path.endsWith('.ts') && !path.endsWith('.test.ts')) yield read(path);
  }
}

it('explains every event that is logged above debug, and none that is not', () => {
  const logged = [...sources('shared'), ...sources('functions')].flatMap((text) =>
    [...text.matchAll(/log\.(?:info|warn|error)\(\s*'([a-z_]+\.[a-z_]+)'/g)].map(([, event]) =>
      String(event),
    ),
  );
  const explained = [
    ...read('infra/README.md')
      .replace('package.json', '')
      .matchAll(/`([a-z_]+\.[a-z_]+)`(?=[^|]*\|[^|]*\|[^|]*\|$)/gm),
  ].map(([, event]) => String(event));
  const quiet = ['outbox.delivered', 'invoice.created', 'notification.answered'];
  expect([...new Set(logged)].filter((event) => !quiet.includes(event)).sort()).toEqual(
    [...new Set(explained)].sort(),
  );
});

it.each([
  'docs/guarantees.md',
  ...readdirSync(join(ROOT, 'docs/decisions')).map((file) => `docs/decisions/${file}`),
])('%s names only files that exist', (document) => {
  const named = [
    ...read(document).matchAll(/`((?:shared|tests|functions|infra|playground|bench)\/[\w./-]*)`/g),
  ].map(([, path]) => String(path));
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('has every decision under the same headings, with alternatives', () => {
  for (const file of readdirSync(join(ROOT, 'docs/decisions'))) {
    const text = read(join('docs/decisions', file));
    for (const heading of ['Status', 'Context', 'Decision', 'Consequences', 'Alternatives', 'Proof']) {
      expect({ file, text }).toMatchObject({ text: expect.stringContaining(`**${heading}`) as string });
    }
  }
});

it('gives a README whose commands exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = [...read('README.md').matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => String(name));
  expect(commands.filter((name) => !['install', 'ci'].includes(name) && !(name in scripts))).toEqual([]);
});
