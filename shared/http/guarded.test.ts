import { guarded } from './guarded';
import type { Guard, Request } from './types';

it('runs the first guard in the list first', async () => {
  const seen: string[] = [];
  const note =
    (name: string): Guard =>
    (next) =>
    (request) => (seen.push(name), next(request));
  await guarded([note('first'), note('second')], async () => ({ status: 200 }))({} as Request);
  expect(seen).toEqual(['first', 'second']);
});
