import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Test {
  readonly path: string;
}
interface Sequencer {
  sort(tests: readonly Test[]): readonly Test[];
}
const LongestFirst = jest.requireActual<
  (new (options: object) => Sequencer) & { readonly KNOWN: Readonly<Record<string, number>> }
>('./longest-first.cjs');

const ROOT = join(__dirname, '../..');

/** A test file as Jest describes it, of which this machine has measured nothing. */
const test = (path: string, project: string): Test & { readonly context: object } => ({
  path: join(ROOT, path),
  context: {
    config: { rootDir: ROOT, cache: false, displayName: { name: project } },
    hasteFS: { getSize: () => 1000 },
  },
});

it('knows only files that exist', () => {
  const files = Object.keys(LongestFirst.KNOWN);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

it('starts the longest files of any project first, in a new clone', () => {
  const sorted = new LongestFirst({}).sort([
    test('shared/config.test.ts', 'unit'),
    test('shared/telegram/views/views.test.ts', 'unit'),
    test('tests/journeys/ipn.test.ts', 'journeys'),
    test('tests/model/model.test.ts', 'journeys'),
  ]);
  expect(sorted.map(({ path }) => relative(ROOT, path))).toEqual([
    'tests/model/model.test.ts',
    'shared/telegram/views/views.test.ts',
    'tests/journeys/ipn.test.ts',
    'shared/config.test.ts',
  ]);
});
