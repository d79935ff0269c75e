import { drain } from './drain';

it('ends with the code of a defect that came while it drained', async () => {
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  const first = drain();
  expect(drain(1)).toBe(first);
  expect(drain()).toBe(first);
  await first;
  expect(exit.mock.calls).toEqual([[1]]);
});
