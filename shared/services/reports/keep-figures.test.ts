import { nowMs } from '../../../tests/support/clock';
import { useTestDatabase } from '../../../tests/support/test-database';
import { useSettledOrders } from '../../../tests/worlds/settled-orders';
import { silentLogger } from '../../logger';
import { createFigureKeeper } from './keep-figures';

const test = useTestDatabase({ per: 'test' });
const { newChannel, sale } = useSettledOrders(test);

async function summedChannels(): Promise<number[]> {
  const rows = await test.database.query(
    (sql) => sql<{ channel: number }[]>`select distinct open_channel_id as channel from figure_sums`,
  );
  return rows.map(({ channel }) => channel);
}

it('sums the other channels if one fails', async () => {
  const [broken, whole] = [await newChannel('UTC'), await newChannel('UTC')];
  await test.database.query((sql) =>
    sql.unsafe(`
      create function fail() returns trigger language plpgsql as $$ begin raise 'no room'; end $$;
      create trigger fail before insert on figure_sums for each row when (new.open_channel_id = ${broken}) execute function fail()`),
  );
  const yesterday = new Date(nowMs() - 86_400_000).toISOString();
  await sale(broken, yesterday);
  await sale(whole, yesterday);
  const failures: unknown[] = [];
  const log = { ...silentLogger, error: (_: string, fields?: object) => void failures.push(fields) };
  await createFigureKeeper({ database: test.database, log })();
  expect(await summedChannels()).toEqual([whole]);
  expect(failures).toEqual([expect.objectContaining({ openChannelId: broken })]);
});

it.each([
  ['in a process that is to end', () => Infinity, undefined],
  ['if its time is used up', undefined, 0],
])('begins nothing %s', async (_, now, budgetMs) => {
  const query = jest.fn();
  await createFigureKeeper({ database: { ...test.database, query }, log: silentLogger }, now)(budgetMs);
  expect(query).not.toHaveBeenCalled();
});
