import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOrderReference, parseOpenChannelId } from '../shared/domain/common/ids';
import { readArguments, readNamedFile, UsageError } from './arguments';

const OPTIONS = { story: { type: 'boolean' }, to: { type: 'string' } } as const;
const wordsOf = (args: readonly string[], isWord?: (argument: string) => boolean) =>
  readArguments(OPTIONS, { args, hasWords: true, ...(isWord && { isWord }) });

it('takes a reference of any earlier release wherever it is', () => {
  const reference = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
  const dashed = reference.map((text) => `-${text.slice(1)}`);
  fc.assert(
    fc.property(fc.oneof(reference, dashed), fc.boolean(), (name, isStoryFirst) => {
      const args = isStoryFirst ? ['--story', 'order', name] : ['order', name, '--story'];
      const { values, positionals } = wordsOf(args, isOrderReference);
      expect([values, positionals]).toEqual([{ story: true }, ['order', name]]);
    }),
  );
});

it('takes the id of a channel, which begins with -', () => {
  const isWord = (argument: string) => parseOpenChannelId(argument) !== undefined;
  expect(wordsOf(['post', '-1001234567890'], isWord).positionals).toEqual(['post', '-1001234567890']);
  expect(wordsOf(['post', '--', '-1001234567890'], isWord).positionals).toEqual(['post', '-1001234567890']);
  expect(wordsOf(['import', '-1001234567890', 'list.csv'], isWord).positionals).toEqual([
    'import',
    '-1001234567890',
    'list.csv',
  ]);
});

it.each([
  [
    ['order', '-aNz'],
    'Unknown option: -aNz. See --help. If it is a word, put it last, after --, as in: … -- -aNz',
  ],
  [['order', '--sideways=secret'], 'Unknown option: --sideways. See --help.'],
  [['order', '--to'], "Option '--to <value>' argument missing. See --help."],
  [['order', '--story=yes'], "Option '--story' does not take an argument. See --help."],
])('refuses %j in a sentence', (args, sentence) => {
  expect(() => wordsOf(args)).toThrow(new UsageError(sentence));
});

it('refuses a word that a command without words gets', () => {
  const read = () => readArguments(OPTIONS, { args: ['everything'] });
  expect(read).toThrow(new UsageError('Unknown word: everything. See --help.'));
});

it('says in a sentence why a named file cannot be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-'));
  const file = join(folder, 'a.json');
  await expect(readNamedFile(file)).rejects.toMatchObject({
    name: 'UsageError',
    message: `There is no file ${file}.`,
  });
  await expect(readNamedFile(folder)).rejects.toMatchObject({
    message: `${folder} is a folder, not a file.`,
  });
  writeFileSync(file, '[]');
  expect(await readNamedFile(file)).toBe('[]');
});
