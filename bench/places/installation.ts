import { setTimeout as sleep } from 'node:timers/promises';
import { CAST, startStack, type Stack } from '../../playground/stack';
import type { ClosedChannelId, OpenChannelId } from '../../shared/domain/common/ids';
import { copyDatabase } from '../scale/scale-database';
import type { Closers, Surroundings } from '../surroundings';

export const OPEN = CAST.open.id as number as OpenChannelId;
/** The group that is opened to the members. */
export const GROUP = -1_007_000_000_001 as ClosedChannelId;
const FIRST_MEMBER = 3_000_000;
/** Buyers who tap in turn, so that Telegram's limits on one chat are far away. */
export const BUYERS = 20;

/** The whole product with its own database and its own Telegram, which counts what its limits refuse. */
export interface Installation {
  readonly stack: Stack;
  readonly url: string;
  /** A tap of the buyer whose turn it is, until the bot has answered it, in ms. */
  tap(number: number): Promise<number>;
}

/** The message with which the bot answers `/start`, and what its button does. */
function offerOf({ telegram }: Stack, buyer: number) {
  for (const { message_id: id, reply_markup: keyboard } of telegram.messages(buyer))
    for (const key of keyboard?.inline_keyboard.flat() ?? [])
      if ('callback_data' in key && key.callback_data.startsWith('channel_'))
        return { id, data: key.callback_data };
  return undefined;
}

async function addMembers({ telegram, database }: Stack, members: number): Promise<void> {
  for (let id = FIRST_MEMBER; id < FIRST_MEMBER + members; id += 1)
    telegram.addUser({ id, first_name: `Member ${id}`, hasStarted: true });
  const numbers = database`generate_series(0, ${members - 1}::int) i`;
  await database`insert into chats (chat_id) select ${FIRST_MEMBER}::bigint + i from ${numbers}`;
  await database`
    insert into subscriptions (open_channel_id, user_id, paid_until)
    select ${OPEN}, ${FIRST_MEMBER}::bigint + i, app_now() + interval '300 days' from ${numbers}`;
  await database`vacuum (analyze)`;
}

/** Starts an installation with so many members; the bot may write to each of them. */
export async function openInstallation(
  around: Surroundings,
  closers: Closers,
  { name, members }: { readonly name: string; readonly members: number },
): Promise<Installation> {
  const url = await copyDatabase(around, name);
  // The channel of the other measurements is the playground's, which would then not be made.
  const stack = await startStack({
    databaseUrl: url,
    targets: ['telegramWebhook', 'worker'],
    isFresh: true,
    telegram: { limits: true, keptCalls: Infinity },
    tick: 500,
  });
  closers.push(() => stack.stop());
  const { telegram } = stack;
  telegram.addGroup({ id: GROUP, title: 'Members', creatorId: CAST.olga.id });
  telegram.as(CAST.olga.id).admin.addBot(GROUP, ['invite_users', 'restrict_members']);
  await addMembers(stack, members);
  const offers: NonNullable<ReturnType<typeof offerOf>>[] = [];
  for (let buyer = 1; buyer <= BUYERS; buyer += 1) {
    telegram.addUser({ id: buyer, first_name: `Buyer ${buyer}` });
    telegram.as(buyer).start();
    let offer = offerOf(stack, buyer);
    for (; offer === undefined; offer = offerOf(stack, buyer)) await sleep(50);
    offers.push(offer);
  }
  const tap = async (number: number) => {
    const offer = offers[number % BUYERS];
    if (offer === undefined) throw new Error('nobody taps');
    const buyer = 1 + (number % BUYERS);
    const startedAt = performance.now();
    await telegram.as(buyer).press(buyer, offer.id, offer.data);
    return performance.now() - startedAt;
  };
  return { stack, url, tap };
}
