import { setImmediate as nextTurn } from 'node:timers/promises';
import { LONGEST_NUDGE_MS, wakingBy, type Nudge } from './wake-up';

/** A way whose nudges end when the test says so. */
function setUp({ isAwaited }: { isAwaited: boolean }) {
  const begun: Nudge[] = [];
  const ends: (() => void)[] = [];
  const way = (what: Nudge) => {
    begun.push(what);
    return new Promise<void>((resolve) => void ends.push(resolve));
  };
  const { wakeUp, settled } = wakingBy(way, { isAwaited });
  const isOver: string[] = [];
  const follow = (name: string, promise: Promise<void>) => void promise.then(() => void isOver.push(name));
  return { begun, ends, wakeUp, settled, isOver, follow };
}

it('awaits the nudge that began after the request where CPU goes with the answer', async () => {
  const { begun, ends, wakeUp, isOver, follow } = setUp({ isAwaited: true });
  follow('first', wakeUp('due'));
  follow('second', wakeUp('due'));
  follow('third', wakeUp('due'));
  ends[0]?.();
  await nextTurn();
  expect([begun.length, isOver]).toEqual([2, ['first']]);
  ends[1]?.();
  await nextTurn();
  expect([begun.length, isOver]).toEqual([2, ['first', 'second', 'third']]);
});

afterEach(() => jest.useRealTimers());

it('awaits no nudge longer than one may take, because a buyer waits', async () => {
  jest.useFakeTimers();
  const { wakeUp, isOver, follow } = setUp({ isAwaited: true });
  follow('first', wakeUp('due'));
  await jest.advanceTimersByTimeAsync(LONGEST_NUDGE_MS - 1);
  expect(isOver).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(isOver).toEqual(['first']);
});

it('awaits nothing where the process goes on', async () => {
  const { begun, wakeUp } = setUp({ isAwaited: false });
  await wakeUp('due');
  await wakeUp('due');
  expect(begun).toEqual(['due']);
});

it('keeps the kinds of nudge apart', async () => {
  const { begun, wakeUp } = setUp({ isAwaited: false });
  for (const what of ['due', 'bulk', 'minimums', 'due'] as const) await wakeUp(what);
  expect(begun).toEqual(['due', 'bulk', 'minimums']);
});

it('says when no nudge is left', async () => {
  const { ends, wakeUp, settled, isOver, follow } = setUp({ isAwaited: false });
  follow('none', settled());
  await wakeUp('due');
  await wakeUp('due');
  follow('all', settled());
  ends[0]?.();
  await nextTurn();
  expect(isOver).toEqual(['none']);
  ends[1]?.();
  await nextTurn();
  expect(isOver).toEqual(['none', 'all']);
});

it('does not fail the request whose nudge fails', async () => {
  const { wakeUp } = wakingBy(() => Promise.reject(new Error('lost')), { isAwaited: true });
  await expect(wakeUp('due')).resolves.toBeUndefined();
});
