import { OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { takeovers } from '../../../tests/worlds/takeovers';
import { purgeOld } from '../../database/operations/purge';
import { undoTakeover } from '../../database/takeovers/confirm-takeover';

const world = useAccessWorld();
const lists = takeovers(world);
const LINES = [
  { who: 983_001, days: 30 },
  { who: 'never_met', days: 50 },
  { who: 'never_met_either', days: 'for_ever' },
] as const;

const kept = async (takeoverId: number) => {
  await purgeOld(world.test.database);
  const rows = await world.test.database.query(
    (sql) => sql<{ line: number }[]>`
      select line from takeover_lines where takeover_id = ${takeoverId} order by line`,
  );
  return rows.map(({ line }) => line);
};

it('keeps ruled lines for 90 days, and those that wait until their time, a year at most', async () => {
  const takeoverId = await lists.take(LINES);
  expect(await kept(takeoverId)).toEqual([1, 2, 3]);
  await world.test.advance('51 days');
  expect(await kept(takeoverId)).toEqual([1, 3]);
  await world.test.advance('40 days');
  expect(await kept(takeoverId)).toEqual([3]);
  await world.test.advance('276 days');
  expect(await kept(takeoverId)).toEqual([]);
});

it('deletes the lines of an undone list after 90 days, also those that were never ruled', async () => {
  const { takeoverId } = await lists.stage(LINES);
  await lists.confirm(takeoverId);
  await undoTakeover(world.test.database, { takeoverId, actorUserId: OWNER });
  await lists.drain();
  await world.test.advance('49 days');
  expect(await kept(takeoverId)).toEqual([1, 2, 3]);
  await world.test.advance('42 days');
  expect(await kept(takeoverId)).toEqual([]);
});
