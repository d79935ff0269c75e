import { addChannel, addOrder } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { silentLogger } from '../../logger';
import { createScheduler } from './promise-scheduled';

const test = useTestDatabase();
beforeAll(() => addChannel(test.database));

/** A case as a release without clocks leaves it. */
async function addCaseWithoutClock(paymentId: number): Promise<void> {
  const reference = await addOrder(test.database, 1200);
  await test.database.query(
    (sql) => sql`
      insert into payments (payment_id, order_reference, payment_status, seen, actually_paid, standing, exception)
      values (${paymentId}, ${reference}, 'failed', '["failed"]', 1, 'parked', 'partial')`,
  );
}

it('looks for missing clocks once an hour, however many instances there are', async () => {
  const adopted: unknown[] = [];
  const log = {
    ...silentLogger,
    info: (event: string, fields?: object) => {
      if (event === 'payment.adopted') adopted.push(fields);
    },
  };
  const newInstance = () => createScheduler({ database: test.database, log });
  await addCaseWithoutClock(1);
  await newInstance()();
  await addCaseWithoutClock(2);
  await newInstance()();
  expect(adopted).toEqual([{ clocks: 1 }]);
  await test.advance('61 minutes');
  await newInstance()();
  expect(adopted).toEqual([{ clocks: 1 }, { clocks: 1 }]);
});
