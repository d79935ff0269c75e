import { MINUTE_MS } from '../../domain/common/time';
import { Renewals } from './renewals';

let made: { readonly number: number }[] = [];
let isFailing = false;
let renewals: Renewals<{ readonly number: number }>;

beforeEach(() => {
  jest.useFakeTimers({ now: 1_800_000_000_000 });
  made = [];
  isFailing = false;
  renewals = new Renewals(async () => {
    const one = { number: made.length + 1 };
    made.push(one);
    if (isFailing) throw new Error('refused');
    return one;
  });
});
afterEach(() => jest.useRealTimers());

/** Moves the clock as a frozen process sees it: no timer runs. */
const freeze = (ms: number) => jest.setSystemTime(Date.now() + ms);
/** What is valid, after all pauses. */
async function valid(): Promise<number | string> {
  const asked = renewals.valid().then(
    ({ number }) => number,
    () => 'none',
  );
  await jest.advanceTimersByTimeAsync(2_000);
  return asked;
}

it('is asked once by many callers', async () => {
  const numbers = Promise.all([renewals.valid(), renewals.valid(), renewals.valid()]);
  await jest.advanceTimersByTimeAsync(0);
  expect((await numbers).map(({ number }) => number)).toEqual([1, 1, 1]);
});

it('keeps a value for 50 minutes', async () => {
  await valid();
  freeze(49 * MINUTE_MS);
  expect(await valid()).toBe(1);
});

it('waits for a new value after 50 minutes, although no timer ran', async () => {
  await valid();
  freeze(50 * MINUTE_MS);
  expect(await valid()).toBe(2);
});

it('falls back on an old value while no new one is to be had', async () => {
  await valid();
  freeze(50 * MINUTE_MS);
  isFailing = true;
  expect(await valid()).toBe(1);
  isFailing = false;
  expect(await valid()).toBe(3);
});

it('replaces a discarded value at once', async () => {
  const first = await renewals.valid();
  expect(renewals.discard(first)).toBe(true);
  expect(await renewals.valid()).toEqual({ number: 2 });
});

it('keeps the value that replaced a discarded one', async () => {
  const first = await renewals.valid();
  renewals.discard(first);
  await renewals.valid();
  renewals.discard(first);
  expect(await valid()).toBe(2);
});

it('tries again for each caller after a failure', async () => {
  isFailing = true;
  expect(await valid()).toBe('none');
  isFailing = false;
  expect(await valid()).toBe(2);
});

it('makes fewer and fewer renewals while all are refused', async () => {
  const until = Date.now() + 30 * MINUTE_MS;
  while (Date.now() < until) {
    const asked = renewals.valid();
    await jest.advanceTimersByTimeAsync(2_000);
    renewals.discard(await asked);
  }
  expect(made.length).toBeGreaterThan(20);
  expect(made.length).toBeLessThan(45);
});

it('begins without pauses again after one helped', async () => {
  for (let times = 0; times < 10; times += 1)
    renewals.discard(made.at(-1) ?? { number: (await valid()) as number });
  await valid();
  renewals.helped();
  const last = made.at(-1)!;
  expect(renewals.discard(last)).toBe(true);
  expect(await renewals.valid()).toEqual({ number: last.number + 1 });
});

it('tries once more for callers who joined a renewal that failed', async () => {
  let fail: () => void = () => undefined;
  let isSlow = true;
  const slow = new Renewals(() =>
    isSlow
      ? new Promise<object>((_, reject) => (fail = () => reject(new Error('late'))))
      : Promise.resolve({}),
  );
  const first = slow.valid().then(
    () => 'got it',
    () => 'none',
  );
  const joined = Promise.all([slow.valid(), slow.valid()]);
  isSlow = false;
  fail();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await first).toBe('none');
  const [one, other] = await joined;
  expect(one).toBe(other);
});
