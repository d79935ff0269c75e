import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = join(__dirname, '..');

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = join(folder, name);
    if (name === 'node_modules') continue;
    if (statSync(join(ROOT, path)).isDirectory()) yield* filesIn(path);
    else if (path.endsWith('.ts')) yield path;
  }
}

const isTest = (path: string) => path.endsWith('.test.ts');
const source = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const PRODUCT = [...filesIn('shared'), ...filesIn('functions')].filter((path) => !isTest(path));

/** What a file imports: folders of the project, or names of packages. */
function importsOf(path: string): string[] {
  const specifiers = [...source(path).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name]) =>
    String(name),
  );
  return specifiers.map((name) =>
    name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), name)) : name,
  );
}

/** Which layer a project path belongs to: `shared/domain`, `functions/worker`, or `shared` for files at its top. */
const layerOf = (path: string) =>
  (/^\w+\/[^/]+\//.exec(`${path}/`)?.[0] ?? '').slice(0, -1).replace(/^shared\/(\w[\w-]*)$/, '$1');

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  database: ['domain', 'config', 'errors', 'logger'],
  telegram: ['domain', 'config', 'errors', 'http-client'],
  nowpayments: ['domain', 'errors', 'http-client'],
  charts: ['domain'],
  services: ['domain', 'charts', 'database', 'telegram', 'nowpayments', 'errors', 'logger'],
  security: ['http', 'errors', 'logger'],
  http: ['errors'],
  // What another service imports: its client must bring neither a framework nor a driver along.
  notification: ['domain', 'security'],
};

it.each(Object.entries(MAY_IMPORT))('shared/%s imports only %p of the project', (layer, allowed) => {
  const wrong = PRODUCT.filter((path) => path.startsWith(`shared/${layer}/`)).flatMap((path) =>
    importsOf(path)
      .filter((name) => /^(shared|functions|infra|playground|tests|bench)\//.test(name))
      .filter((name) => layerOf(name) !== layer && !allowed.includes(layerOf(name)))
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

it('keeps the domain free of packages, clocks and the environment', () => {
  const wrong = PRODUCT.filter((path) => path.startsWith('shared/domain/')).filter(
    (path) =>
      importsOf(path).some((name) => !name.startsWith('shared/domain/')) ||
      /process\.|Date\.now|new Date\(\)|performance\./.test(source(path)),
  );
  expect(wrong).toEqual([]);
});

it('lets no function import another', () => {
  const wrong = PRODUCT.filter((path) => path.startsWith('functions/')).flatMap((path) =>
    importsOf(path).filter((name) => /^functions\/[^/]+\//.test(name) && dirname(name) !== dirname(path)),
  );
  expect(wrong).toEqual([]);
});

it.each([
  ['@google-cloud/functions-framework', 'functions/'],
  ['postgres', 'shared/database/'],
  ['grammy/web', 'shared/telegram/'],
  ['grammy/types', 'shared/telegram/'],
  ['grammy', 'shared/telegram/'],
])('lets nobody import %s outside %s', (name, folder) => {
  expect(PRODUCT.filter((path) => !path.startsWith(folder) && importsOf(path).includes(name))).toEqual([]);
});

it('reads the environment in config.ts alone', () => {
  expect(PRODUCT.filter((path) => source(path).includes('process.env'))).toEqual(['shared/config.ts']);
});

it('imports no heavy package but behind import()', () => {
  const heavy = ['secret-manager', 'cloud-sql-connector', 'logging-winston', 'google-auth-library', 'undici'];
  const unlessDrawn = ['csv-stringify', 'echarts', 'resvg', '/charts/'];
  const wrong = PRODUCT.flatMap((path) =>
    [...source(path).matchAll(/^import (?!type)[^;]*from '([^']+)'/gm)]
      // What draws is itself behind import(), and a bundle of its own.
      .filter(([, name]) =>
        [...heavy, ...(path.startsWith('shared/charts/') ? [] : unlessDrawn)].some((part) =>
          String(name).includes(part),
        ),
      )
      .map(([line]) => `${path}: ${line}`),
  );
  expect(wrong).toEqual([]);
});

it('exports nothing that nobody uses', () => {
  const everything = ['shared', 'functions', 'infra', 'playground', 'tests', 'bench'].flatMap((folder) => [
    ...filesIn(folder),
  ]);
  const texts = new Map(everything.map((path) => [path, source(path)]));
  const unused = PRODUCT.flatMap((path) =>
    [...source(path).matchAll(/^export (?:async )?(?:const|function|class|abstract class) (\w+)/gm)]
      .map(([, name]) => String(name))
      .filter((name) => {
        const word = new RegExp(`\\b${name}\\b`);
        const uses = [...texts].filter(([other, text]) => other !== path && word.test(text));
        const isUsedInside = (source(path).match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
        return uses.length === 0 && !isUsedInside;
      })
      .map((name) => `${path}: ${name}`),
  );
  expect(unused).toEqual([]);
});

/** Signs of SQL: the tag, its types, a statement that is run, or one in a template of any name. */
const SQL = [
  /\bsql\s*(?:<[^`]*>\s*)?`/g,
  /\(\s*sql\b[^()]*\)\s*=>/g,
  /\b(?:Sql|Fragment)\b/g,
  /\.(?:query|unsafe)\(/g,
  /`\s*(?:select\s|insert into\s|update \w+ set\s|delete from\s|with \w+ as )/gi,
];

// What plays and measures, `playground/` and `bench/`, may ask the database directly, and so may tests.
it('writes SQL in shared/database alone', () => {
  const wrong = [...PRODUCT, ...filesIn('infra')]
    .filter((path) => !isTest(path) && !path.startsWith('shared/database/'))
    .flatMap((path) =>
      SQL.flatMap((sign) => [...source(path).matchAll(sign)]).map(([match]) => `${path}: ${match}`),
    );
  expect(wrong).toEqual([]);
});

it('frames the acts of managers in shared/database alone', () => {
  const frame = 'shared/database/common/act-on';
  const wrong = PRODUCT.filter(
    (path) => !path.startsWith('shared/database/') && importsOf(path).includes(frame),
  );
  expect(wrong).toEqual([]);
});
