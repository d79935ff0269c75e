import { readClock } from '../../shared/database/connection/clock';
import { MINUTE_MS } from '../../shared/domain/common/time';
import { nowMs } from './clock';
import { STARTS_AT } from './start-at-noon';
import { useTestDatabase } from './test-database';

const test = useTestDatabase();

it('begins at the same moment, whenever it runs', async () => {
  expect(Math.abs(nowMs() - Date.parse(STARTS_AT))).toBeLessThan(10 * MINUTE_MS);
  const clock = await readClock(test.database);
  expect(Math.abs(nowMs() - clock.getTime())).toBeLessThan(MINUTE_MS);
});
