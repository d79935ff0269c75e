import { Unavailable } from '../../errors';
import { later } from './outcome';
import { CONFLICT, retryEffectOnConflict, retryOnConflict } from './retry-on-conflict';

it('returns the result of the first step without a conflict', async () => {
  const seen: number[] = [];
  const done = await retryOnConflict({ what: 'order' }, async (lost) => {
    seen.push(lost);
    return lost < 3 ? CONFLICT : null;
  });
  expect([done, seen]).toEqual([null, [0, 1, 2, 3]]);
});

it('throws Unavailable after its last try', async () => {
  const step = jest.fn(async () => CONFLICT);
  await expect(retryOnConflict({ what: 'order', tries: 4 }, step)).rejects.toThrow(Unavailable);
  expect(step).toHaveBeenCalledTimes(4);
});

it('returns the given result instead of throwing', async () => {
  const done = retryOnConflict({ what: 'order', otherwise: () => 'busy' }, async () => CONFLICT);
  await expect(done).resolves.toBe('busy');
});

it('makes an effect due again in a second', async () => {
  const outcome = await retryEffectOnConflict('ban', async () => CONFLICT);
  expect(outcome).toEqual(later('the ban is being changed too often', 1));
});
