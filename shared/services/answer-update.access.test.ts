import { markUnreachable } from '../database/common/chats';
import { CLOSED, forgetPromises, grantOf, OPEN, promiseNow, useAccessWorld } from '../../tests/worlds/access';
import { ASKING_NOBODY } from '../../tests/worlds/update-context';
import { answerUpdate } from './answer-update';
import { deliveryOf } from './common/delivery-of';

const world = useAccessWorld();
beforeEach(() => forgetPromises(world));

let lastUpdateId = 1_000;
const answer = (intent: Parameters<typeof answerUpdate>[1]) => {
  const updateId = (lastUpdateId += 1);
  const delivery = deliveryOf('telegram', String(updateId));
  return answerUpdate(
    { database: world.test.database, delivery, updateId, botId: 1, ...ASKING_NOBODY },
    intent,
  );
};
const REFUSED = {
  method: 'createChatInviteLink',
  kind: 'error',
  status: 400,
  description: 'Bad Request: not enough rights to manage chat invite link',
} as const;
const reachability = (chatId: number, isAdministrator: boolean) =>
  answer({ type: 'reachability', chatId, isReachable: true, isAdministrator });

it('grants access at once when the bot gets the missing right back', async () => {
  const buyer = await world.newBuyer('30 days');
  await promiseNow(world, grantOf(buyer), `grant:${buyer.userId}`);
  world.telegram.fault({ ...REFUSED });
  await world.drain();
  await reachability(CLOSED, false);
  await world.drain();
  expect(await world.liveLinks(buyer.userId)).toEqual([]);
  await reachability(CLOSED, true);
  await world.drain();
  expect(await world.liveLinks(buyer.userId)).toHaveLength(1);
});

it('promises one grant however often a buyer presses while Telegram refuses', async () => {
  const { userId } = await world.newBuyer('30 days');
  const press = () =>
    answer({
      type: 'enter',
      openChannelId: OPEN,
      user: { id: userId },
      button: { queryId: 'q', chatId: userId, messageId: 1 },
    });
  world.telegram.fault({ ...REFUSED, times: 6 });
  for (let presses = 0; presses < 6; presses += 1) {
    await press();
    await world.drain();
  }
  expect(await world.said(userId)).toEqual(['access_delayed']);
  world.telegram.clearFaults();
  await world.advance(3_600_000);
  await world.drain();
  await press();
  await world.drain();
  expect(await world.said(userId)).toEqual(['access_delayed', 'access', 'access']);
});

it('resends a failed message to a reachable chat only while it is still true', async () => {
  const buyer = await world.newBuyer('1 hour');
  const { userId } = buyer;
  await promiseNow(world, grantOf(buyer), 'grant');
  const description = 'Forbidden: bot was blocked by the user';
  world.telegram.fault({ method: 'sendMessage', kind: 'error', status: 403, description });
  await world.drain();
  const received = () => world.telegram.messages(userId).filter(({ from }) => from?.is_bot).length;
  const before = received();
  await reachability(userId, false);
  await world.drain();
  expect(received() - before).toBe(1);
  await world.test.database.query((sql) => sql`update outbox set failed_at = app_now(), delivered_at = null`);
  await markUnreachable(world.test.database, userId, description);
  await world.advance(2 * 3_600_000);
  await reachability(userId, false);
  await world.drain();
  expect(received() - before).toBe(1);
});
