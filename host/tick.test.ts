import { startTicking } from './tick';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

it('calls a second after the start, then each minute', async () => {
  const tick = jest.fn(async () => undefined);
  startTicking(tick);
  await pass(999);
  expect(tick).toHaveBeenCalledTimes(0);
  await pass(1);
  expect(tick).toHaveBeenCalledTimes(1);
  await pass(59_999);
  expect(tick).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(tick).toHaveBeenCalledTimes(2);
});

it('never calls twice at once, and again as soon as one that took too long ends', async () => {
  let underWay = 0;
  let most = 0;
  const tick = jest.fn(async () => {
    most = Math.max(most, (underWay += 1));
    await new Promise((resolve) => setTimeout(resolve, 150_000));
    underWay -= 1;
  });
  startTicking(tick);
  await pass(1_000 + 150_000 * 3 + 1_000);
  expect([tick.mock.calls.length, most]).toEqual([4, 1]);
});

it('calls no more once stopped, also if one is under way', async () => {
  const tick = jest.fn(() => new Promise((resolve) => setTimeout(resolve, 10_000)));
  const stop = startTicking(tick);
  await pass(5_000);
  stop();
  await pass(600_000);
  expect(tick).toHaveBeenCalledTimes(1);
});
