import { loadOnce } from './load-once';

it('loads once for all callers, also for those who come meanwhile', async () => {
  const load = jest.fn(async () => ({}));
  const loaded = loadOnce(load);
  const [first, second] = await Promise.all([loaded(), loaded()]);
  expect(first).toBe(second);
  expect(await loaded()).toBe(first);
  expect(load).toHaveBeenCalledTimes(1);
});

it('tries again after a failure', async () => {
  const load = jest.fn(async () => 'loaded').mockRejectedValueOnce(new Error('too many open files'));
  const loaded = loadOnce(load);
  const meanwhile = [loaded(), loaded()];
  for (const failed of meanwhile) await expect(failed).rejects.toThrow('too many open files');
  expect(await loaded()).toBe('loaded');
  expect(load).toHaveBeenCalledTimes(2);
});
