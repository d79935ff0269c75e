import { findChannelOf, findOrderIn } from '../../database/owner/order-lists';
import type { Database } from '../../database/connection/pool';
import { readChannelRole, type ChannelRole } from '../../database/common/channel-roles';
import { tellStory } from '../../database/payments/stories';
import { listRefundable } from '../../database/stars/refunds';
import { isOrderReference, type OrderReference } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';

/** The story of an order of this channel. `undefined` if the channel has no such order. */
export async function storyOf({
  database,
  standing,
  argument,
}: {
  readonly database: Database;
  readonly standing: ChannelRole;
  readonly argument: string | undefined;
}): Promise<Message | undefined> {
  if (argument === undefined || !isOrderReference(argument)) return undefined;
  const { openChannelId, title, role, timeZone } = standing;
  const order = await findOrderIn(database, { openChannelId, reference: argument });
  if (order === undefined) return undefined;
  return {
    type: 'owner_story',
    ...{ openChannelId, title, role, timeZone },
    ...order,
    events: await tellStory(database, argument, 'owner'),
    refundable: await listRefundable(database, { reference: argument }),
  };
}

/** The story of an order for a manager of its channel. `undefined` for any other user. */
export async function storyForOwner(
  database: Database,
  { reference, userId }: { readonly reference: OrderReference; readonly userId: number },
): Promise<Message | undefined> {
  const openChannelId = await findChannelOf(database, { reference, userId });
  const standing = openChannelId && (await readChannelRole(database, { openChannelId, userId }));
  return standing && storyOf({ database, standing, argument: reference });
}
