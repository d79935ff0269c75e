import {
  CLOSED,
  forgetPromises,
  grantOf,
  OPEN,
  OWNER,
  useAccessWorld,
  type Buyer,
} from '../../../tests/worlds/access';

const world = useAccessWorld();
beforeEach(() => forgetPromises(world));

const refuse = (description: string, status = 400) =>
  world.telegram.fault({ method: 'approveChatJoinRequest', kind: 'error', status, description });
const approve = ({ userId }: Buyer, attempts: number) =>
  world.perform({ kind: 'approve_join_request', openChannelId: OPEN, userId }, `join:${userId}`, attempts);
async function asking(): Promise<Buyer> {
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  world.telegram.as(buyer.userId).join((await world.liveLinks(buyer.userId))[0]!);
  return buyer;
}
/** The reasons of the messages about buyers who cannot be let in, oldest first. */
const troubles = async () => {
  const rows = await world.test.database.query(
    (sql) => sql<{ trouble: string }[]>`
      select payload #>> '{message,trouble}' as trouble from outbox
      where (payload ->> 'chatId')::bigint = ${OWNER} and kind = 'send_message' order by outbox_id`,
  );
  return rows.map(({ trouble }) => trouble);
};
const delays = async ({ userId }: Buyer) =>
  (
    await world.test.database.query(
      (sql) => sql<{ isLimit: boolean }[]>`
        select coalesce((payload #>> '{message,isInTooManyChats}')::boolean, false) as "isLimit" from outbox
        where (payload ->> 'chatId')::bigint = ${userId} and payload #>> '{message,type}' = 'access_delayed'`,
    )
  ).map(({ isLimit }) => isLimit);

const LIMITS: readonly [string, number][] = [
  ['Bad Request: USER_CHANNELS_TOO_MUCH', 400],
  ['Forbidden: USER_CHANNELS_TOO_MUCH', 403],
  ['Bad Request: CHANNELS_TOO_MUCH', 400],
  ['Bad Request: user is already in too many channels/supergroups', 400],
];

it.each(LIMITS)('tells only the buyer about their own limit: %s', async (description, status) => {
  const buyer = await asking();
  for (let attempts = 1; attempts < 4; attempts += 1) {
    refuse(description, status);
    expect(await approve(buyer, attempts)).toMatchObject({ type: 'later' });
  }
  expect([await delays(buyer), await troubles()]).toEqual([[true], []]);
  expect(await approve(buyer, 4)).toEqual({ type: 'done' });
  expect(await world.isIn(buyer.userId)).toBe(true);
});

it('tells the owner once a day that the channel is full, apart from a missing right', async () => {
  const buyers = [await asking(), await asking()];
  for (const buyer of buyers) {
    refuse('Bad Request: USERS_TOO_MUCH');
    expect(await approve(buyer, 1)).toMatchObject({ type: 'later' });
  }
  refuse('Bad Request: CHAT_ADMIN_REQUIRED');
  await approve(buyers[0]!, 2);
  expect(await troubles()).toEqual(['full', 'refused']);
  expect(await approve(buyers[1]!, 2)).toEqual({ type: 'done' });
  expect(await world.isIn(buyers[1]!.userId)).toBe(true);
});

it.each(LIMITS)('sends no link to a buyer whose request stays open: %s', async (description, status) => {
  const buyer = await world.newBuyer('30 days');
  const { invite_link } = await world.deps.api.createChatInviteLink(CLOSED, { creates_join_request: true });
  world.telegram.as(buyer.userId).join(invite_link);
  refuse(description, status);
  expect(await world.perform(grantOf(buyer), 'grant')).toMatchObject({ type: 'later' });
  expect([await delays(buyer), await troubles(), await world.liveLinks(buyer.userId)]).toEqual([
    [true],
    [],
    [],
  ]);
  expect(await world.perform(grantOf(buyer), 'grant', 2)).toEqual({ type: 'done' });
  expect(await world.isIn(buyer.userId)).toBe(true);
});

it.each([
  ['USER_CHANNELS_TOO_MUCH', []],
  ['USER_KICKED', ['banned']],
  ['USER_PRIVACY_RESTRICTED', ['about_user']],
  ['USER_SOMETHING_NEW', ['about_user']],
])('keeps the alarm of the channel after %s for one buyer', async (code, told) => {
  const [buyer, next] = [await asking(), await asking()];
  refuse(`Bad Request: ${code}`);
  await approve(buyer, 1);
  refuse('Bad Request: not enough rights to manage chat join requests');
  await approve(next, 1);
  expect(await troubles()).toEqual([...told, 'refused']);
});
