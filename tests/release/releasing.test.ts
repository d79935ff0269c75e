import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '../../shared/database/connection/schema/migrate';
import { isOlder } from './support/breaking-changes';
import { fileAt, fileAtFirst, isCheckout, previousRelease } from './support/checkout';

const ROOT = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
}

const previous = previousRelease();
const { version, scripts } = JSON.parse(read('package.json')) as Manifest;

/** The sections of the changelog, newest first, each with its heading and content. */
const sections = read('CHANGELOG.md')
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    return { heading, content: lines.join('\n').trim() };
  });
const releases = sections
  .slice(1)
  .map(({ heading }) => /^(\d+\.\d+\.\d+) - \d{4}-\d\d-\d\d$/.exec(heading)?.[1]);

it('lists dated releases in the changelog, newest first', () => {
  expect(sections[0]?.heading).toBe('Unreleased');
  expect(releases).not.toContain(undefined);
  const inOrder = [...releases].sort((a, b) => (isOlder(String(a), String(b)) ? 1 : -1));
  expect(releases).toEqual(inOrder);
});

it('has one version in package.json, its lock and the changelog', () => {
  const lock = JSON.parse(read('package-lock.json')) as { version: string; packages: { '': Manifest } };
  expect([lock.version, lock.packages[''].version, releases[0]]).toEqual([version, version, version]);
});

it('has nothing unreleased in the changelog of a new release', () => {
  expect(releases).toContain(previous.version);
  if (version === previous.version) return;
  expect(isOlder(previous.version, version)).toBe(true);
  expect(releases[1]).toBe(previous.version);
  expect(sections[0]?.content).toBe('');
});

it('describes the previous release as its commit does', async () => {
  expect(previous).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    commit: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
    schema: expect.any(Number) as number,
  });
  const migrations = await readMigrations(join(ROOT, 'infra/migrations'));
  expect(migrations.length).toBeGreaterThanOrEqual(previous.schema);
  if (!isCheckout()) return;
  expect((JSON.parse(fileAt(previous, 'package.json')) as Manifest).version).toBe(previous.version);
  // Releases before 0.2.0 had it in the parent folder.
  const code = fileAtFirst(previous, [
    'shared/database/connection/schema/schema-version.ts',
    'shared/database/schema-version.ts',
  ]);
  expect(/SCHEMA_VERSION = (\d+);/.exec(code)?.[1]).toBe(String(previous.schema));
  // A released migration must not change, because a database that has applied it would not notice.
  for (const { version: number, name, sql } of migrations.slice(0, previous.schema)) {
    const path = `infra/migrations/${String(number).padStart(4, '0')}_${name}.sql`;
    expect(sql.trim()).toBe(fileAt(previous, path));
  }
});

it('says how to go back to a release without Stars exactly as long as the previous one is', () => {
  // Migration 33 brought them.
  const isTold = read('docs/releasing.md').includes('## Going back to a release without Stars');
  expect(isTold).toBe(previous.schema < 33);
});

it('names only existing files and commands in docs/releasing.md', () => {
  const text = read('docs/releasing.md');
  const named = [...text.matchAll(/`((?:tests|infra|docs)\/[\w./-]+)`/g)].map(([, path]) => String(path));
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const commands = [...text.matchAll(/`npm (?:run )?([a-z]+)/g)].map(([, name]) => String(name));
  expect(commands.filter((name) => !['ci', 'version'].includes(name) && !(name in scripts))).toEqual([]);
});
