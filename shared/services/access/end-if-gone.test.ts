import { CLOSED, grantOf, removalOf, useAccessWorld } from '../../../tests/worlds/access';
import type { Effect } from '../../domain/effects';
import { performEffect } from '../perform-effect';
import { attemptOf } from '../../../tests/support/attempt';

const world = useAccessWorld();
const sql = (text: string) => world.test.database.query((run) => run.unsafe(text));
const OTHER = CLOSED - 1000;
const NOT_FOUND = {
  kind: 'error',
  status: 400,
  description: 'Bad Request: chat not found',
  times: Infinity,
} as const;

it.each(['apply_ban', 'remove_member', 'grant_access', 'approve_join_request'] as const)(
  'keeps %s if its attempt crosses the choice of another channel',
  async (kind) => {
    const buyer = await world.newBuyer(kind === 'remove_member' ? '-2 days' : '30 days');
    const api = new Proxy(world.deps.api, {
      get:
        (target, name) =>
        async (chatId: number, ...rest: unknown[]) => {
          await sql(`update channels set closed_channel_id = ${OTHER}`);
          const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
          return await method.call(target, chatId, ...rest);
        },
    });
    for (const method of ['getChatMember', 'approveChatJoinRequest', 'unbanChatMember'])
      world.telegram.fault({ ...NOT_FOUND, method });
    const effect = kind === 'grant_access' ? grantOf(buyer) : { ...removalOf(buyer), kind };
    const outcome = await performEffect({ ...world.deps, api }, effect as Effect, attemptOf(kind));
    world.telegram.clearFaults();
    await sql(`update channels set closed_channel_id = ${CLOSED}`);
    expect(outcome).toMatchObject({ type: 'later', afterSeconds: 1 });
    expect(await world.said(buyer.userId)).not.toContain('access_delayed');
  },
);
