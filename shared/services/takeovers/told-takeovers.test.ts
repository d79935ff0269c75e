import { dying, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { takeovers } from '../../../tests/worlds/takeovers';
import { FACT_DEADLINE_MS } from '../../../tests/support/deadlines';
import { undoTakeover } from '../../database/takeovers/confirm-takeover';
import { promiseMetPeople } from '../../database/takeovers/listed-people';
import { readTakeover } from '../../database/takeovers/takeovers';
import { drainOutbox } from '../drain-outbox';

const world = useAccessWorld();
const lists = takeovers(world);

/** What was promised to show the owner of a list, the first first. */
const promised = async (takeoverId: number) => {
  const rows = await world.test.database.query(
    (sql) => sql<{ as: string; state: string }[]>`
      select payload #>> '{living,as}' as "as", payload #>> '{message,list,state}' as state from outbox
      where kind = 'send_message' and payload #>> '{living,topic}' = ${`takeover:${takeoverId}`} order by outbox_id`,
  );
  return rows.map(({ as, state }) => `${as} ${state}`);
};

it('tells the end of a list once, however many are met whose names waited', async () => {
  const takeoverId = await lists.take([
    { who: 980_001, days: 30 },
    { who: 'waits_1', days: 30 },
    { who: 'waits_2', days: 30 },
  ]);
  for (const index of [1, 2]) {
    await world.test.database.query(
      (sql) => sql`insert into chats (chat_id, username) values (${980_100 + index}, ${`Waits_${index}`})`,
    );
    await promiseMetPeople(world.test.database);
    await lists.drain();
  }
  expect(await readTakeover(world.test.database, takeoverId)).toMatchObject({
    waiting: 0,
    outcomes: { new: 3 },
  });
  expect(await promised(takeoverId)).toEqual(['new applied', 'edit_only applied', 'edit_only applied']);
});

it.each(['applied', 'undone'] as const)(
  'tells that a list is %s, wherever the worker died',
  async (state) => {
    for (let step = 1; step <= 8; step += 1) {
      const who = 981_000 + step * 10 + state.length;
      const begun = { ...(await lists.stage([{ who, days: 30 }])), actorUserId: OWNER };
      await lists.confirm(begun.takeoverId);
      if (state === 'undone') {
        await lists.drain();
        await undoTakeover(world.test.database, begun);
      }
      await drainOutbox(dying(world.deps, step, false), {
        budgetMs: FACT_DEADLINE_MS,
        withBulk: false,
      }).catch(() => undefined);
      await world.test.database.query(
        (sql) => sql`update outbox set due_at = app_now() where delivered_at is null`,
      );
      await lists.drain();
      expect((await promised(begun.takeoverId)).at(-1)).toBe(`new ${state}`);
    }
  },
);
