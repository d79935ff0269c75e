import { dirname } from 'node:path';
import { exportedTwice } from './support/exports';
import { circlesAmong, importsOf } from './support/imports';
import { FOLDERS, layerOf, MAY_IMPORT } from './support/layers';
import { FLOORS, importsAgainstOrder, mutualImports } from './support/rooms';
import { EVERYTHING, isTest, PRODUCT, source } from './support/source-files';

const SOURCES = EVERYTHING.filter((path) => !isTest(path));

it('knows every layer of shared', () => {
  expect(Object.keys(MAY_IMPORT)).toEqual(
    expect.arrayContaining([...new Set(PRODUCT.map(layerOf))].filter(Boolean)),
  );
});

it.each(Object.entries(MAY_IMPORT))('shared/%s imports only %p of the project', (layer, allowed) => {
  const wrong = PRODUCT.filter((path) => layerOf(path) === layer).flatMap((path) =>
    importsOf(path)
      .filter((name) => layerOf(name) !== '' && layerOf(name) !== layer && !allowed.includes(layerOf(name)))
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

// What is below never imports what is above. Tests may import anything.
it.each(Object.entries(FOLDERS))('%s/ imports only %p of the other folders', (folder, below) => {
  const wrong = SOURCES.filter((path) => path.startsWith(`${folder}/`)).flatMap((path) =>
    importsOf(path)
      .filter((name) => /^(shared|functions|host|infra|playground|bench|tests)\//.test(name))
      .filter((name) => ![folder, ...below].some((allowed) => name.startsWith(`${allowed}/`)))
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

it('has no circle of imports, not even of types', () => {
  expect(circlesAmong(EVERYTHING)).toEqual([]);
});

it.each(Object.keys(FLOORS))('uses the rooms of %s in their order', (floor) => {
  expect(importsAgainstOrder(floor, PRODUCT)).toEqual([]);
});

it('has no two folders that need each other', () => {
  expect(mutualImports(PRODUCT)).toEqual([]);
});

it('keeps at most 20 sources in a folder', () => {
  const perFolder = new Map<string, number>();
  for (const path of SOURCES.filter((each) => /^(shared|functions|host|infra|playground)\//.test(each)))
    perFolder.set(dirname(path), (perFolder.get(dirname(path)) ?? 0) + 1);
  expect([...perFolder].filter(([, count]) => count > 20)).toEqual([]);
});

it('has no more files of over 150 lines than it had', () => {
  const long = SOURCES.filter((path) => /^(shared|functions|host|infra|playground)\//.test(path)).filter(
    (path) => source(path).split('\n').length - 1 > 150,
  );
  // May only become less.
  expect(long.length > 26 ? long : []).toEqual([]);
});

it('keeps fixtures, worlds and samples out of the product', () => {
  expect(PRODUCT.filter((path) => /(fixture|sample|world|fake-)[^/]*$/.test(path))).toEqual([]);
});

it('exports no name twice in shared', () => {
  expect(exportedTwice(PRODUCT.filter((path) => path.startsWith('shared/')))).toEqual([]);
});

it('measures time in named units, all from shared/domain/common/time.ts', () => {
  const unit = /\bconst (?:SECONDS?|MINUTES?|HOURS?|DAYS?|WEEKS?)(?:_SECONDS|_MS)?\b|\bconst \w*TIMEOUT\b/g;
  const wrong = EVERYTHING.filter((path) => path !== 'shared/domain/common/time.ts').flatMap((path) =>
    [...source(path).matchAll(unit)].map(([match]) => `${path}: ${match}`),
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
  ['@google-cloud/functions-framework', 'functions/serve-by-framework.ts'],
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
  const google = ['secret-manager', 'cloud-sql-connector', 'logging-winston', 'google-auth-library'];
  const drawing = ['echarts', 'resvg', 'qrcode', '/charts/'];
  const heavy = [...google, ...drawing, 'csv-stringify', 'undici', '/csv-records', '/keep-alive-client'];
  // Behind import() themselves, as bundles of their own.
  const apart = ['shared/charts/', 'shared/keep-alive-client.ts'];
  const wrong = PRODUCT.filter((path) => !apart.some((start) => path.startsWith(start))).flatMap((path) =>
    [...source(path).matchAll(/^import (?!type)[^;]*from '([^']+)'/gm)]
      .filter(([, name]) => heavy.some((part) => String(name).includes(part)))
      .map(([line]) => `${path}: ${line}`),
  );
  expect(wrong).toEqual([]);
});

/** Signs of SQL: the tag, its types, a statement that is run, or one in a template of any name. */
const SQL = [
  /\bsql\s*(?:<[^`]*>\s*)?`/g,
  /\(\s*sql\b[^()]*\)\s*=>/g,
  /\b(?:Sql|Fragment)\b/g,
  /\.(?:query|unsafe)\(/g,
  /`\s*(?:select\s|insert into\s|update \w+ set\s|delete from\s|with \w+ as )/gi,
];

/** The floors that decide, store and act. Operations watch over providers, so they name them. */
const CORE = /^shared\/(?:domain|database|services)\/(?!(?:nowpayments|stars|operations)\/)/;
const NAMES_OF_RAILS = /nowpayments|(['"`])stars\1|telegram stars/gi;
/** The two tables that join the rails to the core, and the union of effects. */
const TABLES_OF_RAILS = ['domain/common/rails.ts', 'services/rails.ts', 'services/perform-effect.ts'].map(
  (path) => `shared/${path}`,
);

it('names no rail in the core, which asks the tables of rails', () => {
  const wrong = PRODUCT.filter(
    (path) => CORE.test(path) && !isTest(path) && !TABLES_OF_RAILS.includes(path),
  ).flatMap((path) => [...source(path).matchAll(NAMES_OF_RAILS)].map(([match]) => `${path}: ${match}`));
  expect(wrong).toEqual([]);
});

// What plays and measures, `playground/` and `bench/`, may ask the database directly, and so may tests.
it('writes SQL in shared/database alone', () => {
  const wrong = [
    ...PRODUCT,
    ...EVERYTHING.filter((path) => path.startsWith('infra/') && path.endsWith('.ts')),
  ]
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

it('sends and edits texts through one function, which switches previews off', () => {
  const callers = PRODUCT.filter((path) => /\.(sendMessage|editMessageText)\(/.test(source(path)));
  expect(callers).toEqual(['shared/telegram/send-message.ts']);
});
