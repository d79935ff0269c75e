import { nowMs } from '../../tests/support/clock';
import { promiseAlone } from '../../shared/database/common/outbox';
import { silentLogger } from '../../shared/logger';
import { fakeRequest } from '../../tests/support/fake-request';
import { useTestDatabase } from '../../tests/support/test-database';
import { useSettledOrders } from '../../tests/worlds/settled-orders';
import { workerHandler, type WorkerDependencies } from './handler';

const test = useTestDatabase();
const { newChannel, sale } = useSettledOrders(test);

afterEach(() => jest.restoreAllMocks());

it('leaves figures to the next request if what was due took its time', async () => {
  await sale(await newChannel('UTC'), new Date(nowMs() - 86_400_000).toISOString());
  await promiseAlone(test.database, [
    { effect: { kind: 'delete_message', chatId: 1, messageId: 1 }, key: 'slow', expiresInSeconds: 3600 },
  ]);
  let at = performance.now();
  jest.spyOn(performance, 'now').mockImplementation(() => at);
  const api = {
    deleteMessage: async () => void (at += 41_000),
    getWebhookInfo: async () => ({ url: '', pending_update_count: 0 }),
  };
  const nudge = async () => undefined;
  const deps = { database: test.database, log: silentLogger, api, nudgeBulk: nudge, nudgeMinimums: nudge };
  const worker = workerHandler(deps as unknown as WorkerDependencies);
  const sumsAfterCall = async () => {
    await worker(fakeRequest());
    return test.database.query((sql) => sql`select from figure_sums`);
  };
  expect(await sumsAfterCall()).toHaveLength(0);
  expect(await sumsAfterCall()).not.toHaveLength(0);
});
