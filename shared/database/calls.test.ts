import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database';
import { claimCall, concludeCall, releaseCall } from './calls';
import type { Delivery } from './inbox';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const call = (deliveryId: string): Delivery => ({ source: 'notification', deliveryId, correlationId: 'c' });
const claim = (id: string) => claimCall(test.database, call(id), 600);

it('is claimed by one, however many ask at once', async () => {
  const claims = await Promise.all(Array.from({ length: 20 }, () => claim('many')));
  expect(claims.filter((word) => word === 'claimed')).toHaveLength(1);
  expect(claims.filter((word) => word === 'in_progress')).toHaveLength(19);
});

it('is a duplicate once it was answered, until its window has passed', async () => {
  await claim('done');
  await concludeCall(test.database, call('done'), 'sent');
  expect(await claim('done')).toBe('done');
  await test.advance('601 seconds');
  expect(await claim('done')).toBe('claimed');
});

it('may be made again at once when it was given back', async () => {
  await claim('released');
  await releaseCall(test.database, call('released'));
  expect(await claim('released')).toBe('claimed');
});

it('is taken over when the instance that claimed it died', async () => {
  await claim('abandoned');
  await test.advance('31 seconds');
  expect(await claim('abandoned')).toBe('claimed');
});
