import { openPlace } from '../../database/places/offer-places';
import { readPlaces } from '../../database/places/list-places';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import type { EffectOf } from '../../domain/effects';
import type { MessageOf } from '../../domain/messages/messages';
import { FIRST_COUNT_SECONDS, PLACE_PAGE } from '../../domain/places/place';
import { applyPlace } from './apply-place';
import { CHANNEL_ID as CHANNEL, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';

const test = useTestDatabase();
const CHANNEL_ID = CHANNEL as OpenChannelId;
const GROUP = -1005555555555 as ClosedChannelId;
const PEOPLE = PLACE_PAGE + 100;

/** Performs the newest promise about the place, as the worker would. */
async function performNext(): Promise<EffectOf<'apply_place'>> {
  const [row] = await test.database.query(
    (sql) => sql<{ payload: object }[]>`
      select payload from outbox where kind = 'apply_place' order by outbox_id desc limit 1`,
  );
  const effect = { kind: 'apply_place', ...row?.payload } as EffectOf<'apply_place'>;
  await applyPlace(test, effect);
  return effect;
}
/** What the owner is shown next. It is kept, as if the worker had sent it. */
async function shown(): Promise<MessageOf<'place_progress'>> {
  const [row] = await test.database.query(
    (sql) => sql<{ message: MessageOf<'place_progress'>; topic: string; id: number }[]>`
      with newest as (
        select payload -> 'message' as message, payload #>> '{living,topic}' as topic, outbox_id as id
        from outbox where kind = 'send_message' order by outbox_id desc limit 1),
      kept as (
        insert into living_messages (topic, chat_id, message_id, newest, message)
        select topic, ${OWNER_ID}, 7, id, message from newest
        on conflict (topic) do update set message = excluded.message, newest = excluded.newest)
      select * from newest`,
  );
  if (row === undefined) throw new Error('nothing is shown');
  return row.message;
}
/** Keeps the promises to this many people. */
const finish = (people: number) =>
  test.database.query(
    (sql) => sql`
      update outbox set delivered_at = app_now() where outbox_id in (
        select outbox_id from outbox where kind = 'grant_access' and delivered_at is null order by outbox_id limit ${people})`,
  );
const onPage = async () =>
  (await readPlaces(test.database, CHANNEL_ID)).places.find(({ chatId }) => chatId === GROUP)?.progress;

it('tells how far opening a place is, and when it is done', async () => {
  await addSellingChannel(test.database, { openChannelId: CHANNEL_ID });
  await test.database.query(
    (sql) => sql`
      insert into subscriptions (open_channel_id, user_id, paid_until)
      select ${CHANNEL_ID}, 700000 + n, app_now() + interval '30 days' from generate_series(1, ${PEOPLE}::int) n`,
  );
  const place = {
    openChannelId: CHANNEL_ID,
    chatId: GROUP,
    kind: 'supergroup',
    role: 'extra',
    title: 'Talk',
  } as const;
  await openPlace(test.database, { ...place, actorUserId: OWNER_ID });
  await performNext();
  expect(await shown()).toMatchObject({ done: 0, begun: PLACE_PAGE, total: PEOPLE, isDone: false });
  await finish(412);
  expect(await onPage()).toEqual({ done: 412, total: PEOPLE });
  const second = await performNext();
  expect(second).toMatchObject({ begun: PLACE_PAGE, total: PEOPLE, countAgainSeconds: 0 });
  expect(await shown()).toMatchObject({ done: 412, begun: PEOPLE, isDone: false });
  await finish(PEOPLE - 412 - 3);
  // Three have to wait, so it is counted again, later each time.
  for (const seconds of [FIRST_COUNT_SECONDS, 2 * FIRST_COUNT_SECONDS]) {
    expect(await performNext()).toMatchObject({ countAgainSeconds: seconds });
    expect(await shown()).toMatchObject({ done: PEOPLE - 3, isDone: false });
  }
  expect(await onPage()).toEqual({ done: PEOPLE - 3, total: PEOPLE });
  await finish(3);
  const last = await performNext();
  expect(await shown()).toMatchObject({ done: PEOPLE, total: PEOPLE, isDone: true });
  expect(await onPage()).toBeNull();
  expect(await performNext()).toEqual(last);
});
