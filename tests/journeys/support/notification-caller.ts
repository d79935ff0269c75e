import type { Channel } from '../../../shared/domain/common/channel';
import { NOTIFICATION_PATH } from '../../../shared/notification-api/answers';
import { call, type Answer, type Call } from './call';
import { notification, signedCall, type Signing } from './signed-calls';
import { writtenTo, type World } from './world';

let clients = 0;
/** The proxy's word for where a call comes from: without an address, a listed client that nobody has counted yet. */
export const from = (address = `10.1.${++clients >> 8}.${clients & 255}`) => ({ 'x-forwarded-for': address });

let paid = 0;
/** A donation like no other. */
export const fresh = ({ openChannelId }: Channel) =>
  notification({ amount_crypto: `0.${++paid}1` }, openChannelId);

/** How often an owner was told of such a donation. */
export const toldTo = (world: World, { ownerUserId }: Channel): number =>
  writtenTo(world, ownerUserId).filter(({ text }) => text.includes('New donation received')).length;

export interface Caller {
  /** POSTs to the notification webhook as it is said, unsigned. */
  readonly post: (how: Call, url?: string) => Promise<Answer>;
  /** POSTs `content` signed as the operator's services sign it. */
  readonly send: (content: object, signing?: Signing & { readonly url?: string }) => Promise<Answer>;
}

/** The operator's other services. */
export function notificationCaller(world: World): Caller {
  const { url: first } = world.functions.notificationWebhook;
  const environment = world.environment('notificationWebhook');
  return {
    post: (how, url = first) => call(url, { path: NOTIFICATION_PATH, ...how }),
    send: (content, { url = first, ...signing } = {}) =>
      call(url, signedCall(environment, content, { path: NOTIFICATION_PATH, headers: from(), ...signing })),
  };
}
