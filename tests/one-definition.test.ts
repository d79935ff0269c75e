/** @project release */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** The compiler reads about a hundred files, which takes seconds on a free core and much longer on a busy one. */
jest.setTimeout(300_000);

const ROOT = join(__dirname, '..');
const UNION = 'shared/domain/effects.ts';
const CODEC = 'shared/database/common/effect-codec.ts';
const PERFORMER = 'shared/services/perform-effect.ts';
const SENTENCES = 'playground/timeline/describe-promise.ts';
const SAMPLES = 'tests/samples/effects.ts';
const SCHEDULES = 'shared/database/reports/schedules.ts';
const AUDIT = 'shared/database/common/audit-log.ts';
const PLACES = [CODEC, PERFORMER, SENTENCES, SAMPLES];

/** An edit of one file: the text to replace, and its replacement. */
interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
  config: { compilerOptions: object };
};
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
const host = ts.createCompilerHost(options);
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Parses a file for the compiler, once unless it is edited. */
function parse(path: string, edit: Edit | undefined): ts.SourceFile | undefined {
  if (edit && path === join(ROOT, edit.path)) {
    const before = readFileSync(path, 'utf8');
    if (!before.includes(edit.from)) throw new Error(`${edit.path} does not contain ${edit.from}`);
    return ts.createSourceFile(path, before.replace(edit.from, edit.to), ts.ScriptTarget.ES2022);
  }
  if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, ts.ScriptTarget.ES2022));
  return parsed.get(path);
}

let oldProgram: ts.Program | undefined;

/** The compiler's errors in each of `places` after `edit`. */
function errorsIn(places: readonly string[], edit?: Edit): Record<string, string> {
  const paths = places.map((path) => join(ROOT, path));
  const program = ts.createProgram({
    rootNames: paths,
    options,
    host: { ...host, getSourceFile: (path) => parse(path, edit) },
    ...(oldProgram && { oldProgram }),
  });
  oldProgram = program;
  const messagesOf = (path: string) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  return Object.fromEntries(
    places.map((place) => [place, messagesOf(join(ROOT, place)).join('\n')] as const),
  );
}

const NEW_KIND = {
  path: UNION,
  from: 'export type Effect =\n',
  to: "export type Effect =\n  | { readonly kind: 'left_out'; readonly chatId: number }\n",
};
const REFRESH = "readonly kind: 'refresh_posts'; readonly openChannelId: OpenChannelId";
const REFRESH_ROW = "kind: kind('refresh_posts'), openChannelId";
const EXPORT_NAMES = 'name: z.enum(EXPORTS)';

it('compiles without an edit', () => {
  expect(Object.values(errorsIn([...PLACES, SCHEDULES, AUDIT])).join('')).toBe('');
});

it('fails to compile every place that lacks an effect of the union', () => {
  const errors = errorsIn(PLACES, NEW_KIND);
  for (const place of PLACES)
    expect([place, errors[place]]).toEqual([place, expect.stringContaining('left_out')]);
});

it('fails to compile every place with an effect that the union lacks', () => {
  const edit = { path: UNION, from: `  | { ${REFRESH} }\n`, to: '' };
  const errors = errorsIn(PLACES, edit);
  for (const place of PLACES)
    expect([place, errors[place]]).toEqual([place, expect.stringContaining('refresh_posts')]);
});

it.each([
  ['lacks a row', CODEC, `  refresh_posts: row('bulk', { ${REFRESH_ROW} }),\n`, ''],
  ['has an unknown lane', CODEC, "refresh_posts: row('bulk'", "refresh_posts: row('slow'"],
  ['lacks a field', CODEC, REFRESH_ROW, "kind: kind('refresh_posts')"],
  ['has an extra field', CODEC, REFRESH_ROW, `${REFRESH_ROW}, more: z.string()`],
  ['has an extra optional field', CODEC, REFRESH_ROW, `${REFRESH_ROW}, more: z.string().optional()`],
  ['reads too few values', CODEC, EXPORT_NAMES, "name: z.enum(['orders'])"],
  ['reads too many values', CODEC, EXPORT_NAMES, 'name: z.string()'],
  ['reads another kind', CODEC, REFRESH_ROW, "kind: kind('remove_post'), openChannelId"],
  ['lacks a new field', UNION, REFRESH, `${REFRESH}; readonly more: string`],
  ['lacks a new optional field', UNION, REFRESH, `${REFRESH}; readonly more?: string`],
])('refuses a codec that %s', (_, path, from, to) => {
  expect(errorsIn([CODEC], { path, from, to })[CODEC]).not.toBe('');
});

it.each([
  ['lacks a field', '        post: sql`post`,\n', ''],
  ['misspells a field', 'until: epochMs(', 'untill: epochMs('],
  ['has an unknown kind', "promisedRow(sql, 'send_digest'", "promisedRow(sql, 'send_digests'"],
])('refuses a promise in SQL that %s', (_, from, to) => {
  expect(errorsIn([SCHEDULES], { path: SCHEDULES, from, to })[SCHEDULES]).not.toBe('');
});

it('refuses an unknown gate', () => {
  const edit = { path: AUDIT, from: "'once')", to: "'ones')" };
  expect(errorsIn([AUDIT], edit)[AUDIT]).toContain('Gate');
});

it('inserts into the outbox in only one file', () => {
  const sources = ['shared', 'functions', 'infra', 'playground'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const writers = sources
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .filter((path) => /insert\s+into\s+outbox/i.test(readFileSync(join(ROOT, path), 'utf8')));
  expect(writers).toEqual(['shared/database/common/outbox.ts']);
});
