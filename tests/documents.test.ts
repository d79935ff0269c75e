import * as z from 'zod';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES, moduleOf } from '../shared/logging/log-levels';
import { parseSettings, SETTINGS } from '../infra/deploy/settings/settings';
import { VARIABLES } from '../functions/variables';
import { parseChannelFile } from '../shared/services/operations/channel-file';

const ROOT = join(__dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The texts of the product's own files. */
function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory()) yield* sources(path);
    else if (/(?<!\.test)\.ts$/.test(path)) yield read(path);
  }
}

describe('docs/events.md', () => {
  const SEVERITY: Readonly<Record<string, string>> = {
    debug: 'DEBUG',
    info: 'INFO',
    warn: 'WARNING',
    error: 'ERROR',
  };
  const code = ['shared', 'functions', 'host'].flatMap((folder) => [...sources(folder)]);
  const all = (pattern: RegExp) =>
    code.flatMap((text) => [...text.matchAll(pattern)].map((match) => match.slice(1)));

  const logged = all(/\blog\??\.(debug|info|warn|error)\(\s*([^,)]*)/g);
  // Events that are written by hand as JSON, where there is no logger.
  const byHand = all(/severity: '([A-Z]+)', message: (?:'([^']+)'|`\$\{service\} (cannot start)\.)/g);
  const written = [
    ...logged.map(([level = '', event = '']) => `${SEVERITY[level] ?? ''} ${event.slice(1, -1)}`),
    ...byHand.map(([severity = '', event, tail]) => `${severity} ${event ?? `… ${tail ?? ''}`}`),
  ];
  const rows = [
    ...read('docs/events.md').matchAll(/^\| `([^`]+)` +\| ([A-Z]+) +\| (\S.*?) +\| (\S.*?) +\|$/gm),
  ].map((match) => match.slice(1));

  it('lists exactly the events that are written, with their severities', () => {
    expect(rows.map(([event = '', severity = '']) => `${severity} ${event}`).sort()).toEqual(
      [...new Set(written)].sort(),
    );
  });

  it('can be compared with the code, because each event is logged as a literal', () => {
    expect(logged.filter(([, event = '']) => !/^'[a-z_]+\.[a-z_]+'$/.test(event))).toEqual([]);
    expect(all(/\blog(\[)/g)).toEqual([]);
    expect(all(/\b(console\.\w+)\(/g)).toHaveLength(byHand.length);
  });

  it('names modules like LOG_LEVEL', () => {
    const modules = logged.map(([, event = '']) => moduleOf(event.slice(1)));
    expect([...new Set(modules)].sort()).toEqual([...MODULES].sort());
  });
});

it.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/glossary.md',
  'docs/guarantees.md',
  'docs/logs.md',
  ...readdirSync(join(ROOT, 'docs/decisions')).map((file) => `docs/decisions/${file}`),
])('%s names only files that exist', (document) => {
  const named = [
    ...read(document).matchAll(/`((?:shared|tests|functions|host|infra|playground|bench)\/[\w./-]*)`/g),
  ].map(([, path]) => String(path));
  const patterns = ['infra/migrations/NNNN_name.sql'];
  expect(named.filter((path) => !patterns.includes(path) && !existsSync(join(ROOT, path)))).toEqual([]);
});

it('lists in docs/architecture.md every room that a floor has', () => {
  const rooms = [...read('docs/architecture.md').matchAll(/^\| `(\w+)` +\|/gm)].map(([, room]) => room);
  const folders = ['domain', 'database', 'services'].flatMap((floor) =>
    readdirSync(join(ROOT, 'shared', floor), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name),
  );
  const ground = ['connection', 'messages'];
  expect([...new Set(folders)].filter((name) => !ground.includes(name)).sort()).toEqual([...rooms].sort());
});

it('lists the five functions in the README', () => {
  const targets = [...read('README.md').matchAll(/^\| `(\w+)` +\| /gm)].map(([, target]) => target);
  expect(targets.sort()).toEqual(Object.keys(VARIABLES).sort());
});

it('writes every decision under the same headings', () => {
  for (const file of readdirSync(join(ROOT, 'docs/decisions'))) {
    const text = read(join('docs/decisions', file));
    for (const heading of ['Status', 'Context', 'Decision', 'Consequences', 'Alternatives', 'Proof']) {
      expect({ file, text }).toMatchObject({ text: expect.stringContaining(`**${heading}`) as string });
    }
  }
});

it('names only existing commands in the README', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = [...read('README.md').matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => String(name));
  expect(commands.filter((name) => !['install', 'ci'].includes(name) && !(name in scripts))).toEqual([]);
});

it('shows examples of a channel file and of settings that are valid', () => {
  const [, file = ''] = /```json\n(.*?)```/s.exec(read('README.md')) ?? [];
  expect(parseChannelFile(file)).toMatchObject([{ title: 'Alpha' }]);
  const filledIn = ['your-project-id', 'YourBot', 'you@example.com'].reduce(
    (text, word) => text.replace(word, word.replace(/you(r)?/i, 'my')),
    read('infra/deploy.example.json'),
  );
  expect(parseSettings(filledIn, 'the example')).toMatchObject({ name: 'telepay' });
});

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** The paths of all settings. The five functions have the same settings, so they share the name FUNCTION. */
const namesIn = ({ properties = {} }: JsonSchema, before = ''): string[] =>
  Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${before}${name in VARIABLES ? 'FUNCTION' : name}`;
    return schema.properties === undefined ? [path] : namesIn(schema, `${path}.`);
  });

it('explains exactly the settings of a deploy in the runbook', () => {
  const table = read('infra/README.md').split('| setting ')[1]?.split('\n\n')[0] ?? '';
  const explained = [...table.matchAll(/^ *\| (`[^|]*`) *\|/gm)].flatMap(([, cell]) =>
    [...String(cell).matchAll(/`([\w.]+)`/g)].map(([, name]) => String(name)),
  );
  const names = namesIn(z.toJSONSchema(SETTINGS, { io: 'input' }) as JsonSchema);
  expect([...new Set(explained)].sort()).toEqual([...new Set(names)].sort());
});
