import { installed, nothingThere } from '../../tests/deploy/support/installed';
import type { Command } from './command';
import { performDrill, planDrill, type Drill } from './drill';
import type { Google } from './google';

/** A project with these instances; the installation's own has a backup. */
const projectWith = (...names: readonly string[]): Google => ({
  ...nothingThere,
  list: async (_api, ...words) => {
    if (words[1] === 'backups') return [{ id: '7', status: 'SUCCESSFUL', windowStartTime: '2026-11-24' }];
    if (words[1] !== 'instances') return [];
    return ['telepay', ...names].map((name) => ({ name, region: 'europe-west1', settings: {} }));
  },
});

const drillBeside = (...names: readonly string[]): Promise<Drill> =>
  planDrill(installed(), projectWith(...names));

const instanceOf = ({ args }: Command): string => args.at(-1) ?? '';

const OWN = 'telepay-drill-20261124t100000z';
const OLD = 'telepay-drill-20261123t095959z';

interface Played {
  readonly deleted: readonly string[];
  readonly said: readonly string[];
  /** Why the drill failed. */
  readonly reason: string | undefined;
}

/** Plays a drill in which commands with these words fail with these sentences. */
async function play(drill: Drill, refusals: Readonly<Record<string, string>> = {}): Promise<Played> {
  const deleted: string[] = [];
  const said: string[] = [];
  const run = async (command: Command) => {
    const line = [command.program, ...command.args].join(' ');
    for (const [words, reason] of Object.entries(refusals)) if (line.includes(words)) throw new Error(reason);
    if (command.args[2] === 'delete') deleted.push(instanceOf(command));
    return command.program === 'npm' ? '3 orders\n' : '';
  };
  const reason = await performDrill(drill, { run, log: (line) => void said.push(line) }).then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  );
  return { deleted, said, reason };
}

it('says what is in the backup, then deletes its own instance before older ones', async () => {
  const drill = await drillBeside(OLD);
  expect(await play(drill)).toEqual({ deleted: [OWN, OLD], said: ['3 orders'], reason: undefined });
});

it('leaves drills alone that began less than a day ago, and every other instance', async () => {
  const young = 'telepay-drill-20261123t100001z';
  const strangers = [
    'telepay-drill-shop',
    'other-telepay-drill-20200101t000000z',
    `${OLD}-copy`,
    'telepay-drill-',
  ];
  const { cleanUp, spared } = await drillBeside(young, OLD, ...strangers);
  expect(cleanUp.map(instanceOf)).toEqual([OWN, OLD]);
  expect(spared).toEqual([young]);
});

it.each([
  ['instances create', 'no quota is left', { deleted: [OLD], said: [] }],
  ['operations wait', 'the backup is broken', { deleted: [OWN, OLD], said: [] }],
  ['users set-password', 'the password is refused', { deleted: [OWN, OLD], said: [] }],
  ['run --silent migrate', 'no table orders', { deleted: [OWN, OLD], said: [] }],
])('reports the first failure: %s', async (words, reason, rest) => {
  const isMade = words !== 'instances create';
  const played = await play(await drillBeside(OLD), {
    [words]: reason,
    ...(!isMade && { [`delete ${OWN}`]: 'HTTPError 404: The Cloud SQL instance does not exist.' }),
  });
  expect(played).toEqual({ ...rest, reason });
});

it('deletes its own instance if an older one cannot be deleted, and names the one that stays', async () => {
  const played = await play(await drillBeside(OLD), { [`delete ${OLD}`]: 'it is protected' });
  expect(played).toEqual({
    deleted: [OWN],
    said: ['3 orders'],
    reason: `Delete ${OLD} by hand: it costs money. it is protected`,
  });
});

it('keeps the reason of a failed step first if its instance cannot be deleted either', async () => {
  const { reason, deleted } = await play(await drillBeside(OLD), {
    'operations wait': 'the backup is broken',
    [`delete ${OWN}`]: 'the network is down',
  });
  expect(reason).toBe(`the backup is broken\nDelete ${OWN} by hand: it costs money. the network is down`);
  expect(deleted).toEqual([OLD]);
});
