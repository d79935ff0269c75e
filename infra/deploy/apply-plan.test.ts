import { applyPlan, DeployStopped } from './apply-plan';
import { gcloud, type Command } from './command';
import type { PlannedStage } from './plan';
import { existing } from './resource';
import type { Stage } from './stages';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A stage that makes these resources; those that exist are changed. */
const planned = (stage: Partial<Stage>, titles: readonly string[], there: readonly string[] = []) =>
  ({
    stage: { title: 'functions', ...stage },
    changes: titles.map((title) => {
      const resource = {
        ...existing(title, false, [gcloud(['make', title])]),
        update: () => [gcloud(['change', title])],
      };
      return there.includes(title)
        ? { type: 'update', resource, differences: [] }
        : { type: 'create', resource };
    }),
    always: [],
  }) satisfies PlannedStage;

const titleOf = ({ args }: Command): string => args[1] ?? '';

interface Recorded {
  readonly lines: string[];
  readonly log: (line: string) => void;
}
const recorder = (): Recorded => {
  const lines: string[] = [];
  return { lines, log: (line) => void lines.push(line) };
};

/** Each command takes a minute. Returns which commands ran when the given one started. */
async function runningWith(stage: PlannedStage): Promise<Record<string, string[]>> {
  const running = new Set<string>();
  const seen: Record<string, string[]> = {};
  const run = async (command: Command) => {
    const title = titleOf(command);
    running.add(title);
    await new Promise((resolve) => void setTimeout(resolve, 30_000));
    seen[title] = [...running].filter((one) => one !== title).sort();
    running.delete(title);
    return '';
  };
  const ended = applyPlan([stage], { run, log: () => undefined });
  await jest.advanceTimersByTimeAsync(10 * 60_000);
  await ended;
  return seen;
}

it('deploys one function alone if a project has none', async () => {
  const seen = await runningWith(planned({ firstAlone: true }, ['a', 'b', 'c']));
  expect(seen).toEqual({ a: [], b: ['c'], c: [] });
});

it('deploys functions side by side if one exists', async () => {
  const seen = await runningWith(planned({ firstAlone: true }, ['a', 'b', 'c'], ['b']));
  expect(seen['a']).toEqual(['b', 'c']);
});

it('says once that Google needs a moment, then what it waits for', async () => {
  const { lines, log } = recorder();
  const failed = new Set<string>();
  const run = async (command: Command) => {
    const title = titleOf(command);
    if (failed.has(title)) return '';
    failed.add(title);
    throw new Error(`Permission denied on secret s for ${title}.\nMore of it.`);
  };
  const ended = applyPlan([planned({}, ['a', 'b']), planned({}, ['c'])], { run, log });
  await jest.advanceTimersByTimeAsync(60_000);
  await ended;
  expect(lines.filter((line) => line.includes('Google needs a moment'))).toHaveLength(1);
  expect(lines).toContain('  … a: Permission denied on secret s for a.');
  expect(lines).toContain('  … c: Permission denied on secret s for c.');
  expect(lines.join('\n')).not.toContain('More of it');
});

it('shows each minute that a long step still runs', async () => {
  const { lines, log } = recorder();
  const run = () => new Promise<string>((resolve) => void setTimeout(() => resolve(''), 3.5 * 60_000));
  const ended = applyPlan([planned({ title: 'database' }, ['instance'])], { run, log });
  await jest.advanceTimersByTimeAsync(10 * 60_000);
  await ended;
  expect(lines.slice(0, 4)).toEqual([
    'database:',
    '  … instance (1 min)',
    '  … instance (2 min)',
    '  … instance (3 min)',
  ]);
  expect(lines[4]).toMatch(/^ {2}✓ instance/);
  expect(lines).toHaveLength(5);
});

it('stops at a refusal at once', async () => {
  const run = () => Promise.reject(new Error('You may not make accounts.'));
  const stopped = await applyPlan([planned({}, ['a'])], { run, log: () => undefined }).catch(
    (error: unknown) => error,
  );
  expect(stopped).toBeInstanceOf(DeployStopped);
  expect(String(stopped)).toContain('Stopped at functions: You may not make accounts.');
});
