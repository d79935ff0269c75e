import { UsageError } from './arguments';
import { chooseSubcommand } from './subcommands';

const choose = chooseSubcommand({
  order: { takes: 'REFERENCE', flags: ['story'], prepare: (name) => async () => `order ${name}` },
  set: { takes: '[URL]', prepare: (url) => async () => `set ${url}` },
  list: { prepare: () => async () => 'list' },
  put: {
    takes: 'A',
    mayTake: 'B',
    prepare:
      (a, _, { second }) =>
      async () =>
        `put ${a} ${second}`,
  },
});
const run = (words: readonly string[], ...flags: string[]) =>
  choose({ words, flags: new Set(flags), values: {} });

it.each([
  [['order', 'a'], 'order a'],
  [['set', 'u'], 'set u'],
  [['set'], 'set '],
  [['list'], 'list'],
  [['put', 'a'], 'put a '],
  [['put', 'a', 'b'], 'put a b'],
])('does %j', async (words, done) => expect(await run(words)).toBe(done));

it.each([
  [['tell'], [], 'There is no command tell. Choose one of: order, set, list, put.'],
  [['toString'], [], 'There is no command toString. Choose one of: order, set, list, put.'],
  [['order'], [], 'Add REFERENCE after order. See --help.'],
  [['order', ''], [], 'Add REFERENCE after order. See --help.'],
  [['order', 'a', 'b'], [], 'Unknown word: b. See --help.'],
  [['put', 'a', 'b', 'c'], [], 'Unknown word: c. See --help.'],
  [['list', 'a'], [], 'Unknown word: a. See --help.'],
  [['set'], ['story'], "--story doesn't go with set. See --help."],
])('refuses %j with %j', async (words, flags, sentence) => {
  await expect(run(words, ...flags)).rejects.toThrow(new UsageError(sentence));
});
