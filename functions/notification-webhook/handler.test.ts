import { fakeRequest } from '../../tests/support/fake-request';
import { silentLogger } from '../../shared/logger';
import type { Api } from '../../shared/telegram/api';
import { addChannel, CHANNEL_ID } from '../../tests/support/order';
import { useTestDatabase } from '../../tests/support/test-database';
import { notificationHandler } from './handler';
import { parseTestNotification } from './notification';

const test = useTestDatabase();
beforeAll(async () => {
  await addChannel(test.database);
});

const rename = (from: string, to: string) =>
  test.database.query((sql) => sql`alter table ${sql(from)} rename to ${sql(to)}`);

it('answers success if the message was sent but could not be recorded', async () => {
  const error = jest.fn();
  const sendMessage = async () => {
    await rename('inbox', 'inbox_away');
    return { message_id: 1 };
  };
  const handler = notificationHandler(
    {
      database: test.database,
      log: { ...silentLogger, error },
      api: { sendMessage } as unknown as Api,
    },
    parseTestNotification,
  );
  const answer = await handler(fakeRequest({ body: JSON.stringify({ open_channel_id: CHANNEL_ID, n: 1 }) }));
  await rename('inbox_away', 'inbox');
  expect(answer).toMatchObject({ status: 200, body: { status: 'success' } });
  expect(error).toHaveBeenCalledWith('notification.conclude_failed', expect.anything());
});

it('answers a repeat during a call with the time until it may retry', async () => {
  let askAgain: () => Promise<unknown> = () => Promise.resolve();
  let repeated: unknown;
  const sendMessage = async () => {
    await test.advance('12 seconds');
    repeated = await askAgain().catch((error: unknown) => error);
    return { message_id: 1 };
  };
  const handler = notificationHandler(
    {
      database: test.database,
      log: silentLogger,
      api: { sendMessage } as unknown as Api,
    },
    parseTestNotification,
  );
  const ask = () => handler(fakeRequest({ body: JSON.stringify({ open_channel_id: CHANNEL_ID, n: 2 }) }));
  askAgain = ask;
  expect(await ask()).toMatchObject({ status: 200, body: { status: 'success' } });
  expect(repeated).toMatchObject({ status: 503, code: 'unavailable' });
  expect([17, 18]).toContain((repeated as { retryAfterSeconds: number }).retryAfterSeconds);
});
