import { FIRST_ASKED_AFTER_SECONDS, nextAskSeconds } from './reconciliation';
import { DAY_SECONDS } from '../common/time';

/** The ages at which we ask about an order that is never paid. */
function asks(isGivenUp = false): number[] {
  const ages: number[] = [];
  let next: number | undefined = FIRST_ASKED_AFTER_SECONDS;
  for (let age = 0; next !== undefined; next = nextAskSeconds(age, isGivenUp)) ages.push((age += next));
  return ages;
}

it('asks twice within the first five minutes, first after two', () => {
  expect(asks().slice(0, 2)).toEqual([120, 240]);
});

it('asks up to six hours apart in the first week, then daily for a month', () => {
  const ages = asks();
  const steps = ages.map((age, index) => age - (ages[index - 1] ?? 0));
  expect(Math.max(...steps.filter((_, index) => (ages[index] ?? 0) < 7 * DAY_SECONDS))).toBe(6 * 3600);
  expect(steps.slice(-20).every((step) => step === DAY_SECONDS)).toBe(true);
  expect(ages.at(-1)).toBeGreaterThanOrEqual(30 * DAY_SECONDS);
  expect(ages.length).toBeLessThan(100);
});

it('asks for two days about an order that was cancelled before money came', () => {
  const given = asks(true);
  expect(given).toEqual(asks().slice(0, given.length));
  expect(given.at(-2)).toBeLessThan(2 * DAY_SECONDS);
  expect(given.at(-1)).toBeGreaterThanOrEqual(2 * DAY_SECONDS);
});
