import type { Channel } from '../../../shared/domain/common/channel';
import { NOTIFICATION_PATH } from '../../../shared/notification-api/answers';
import { call, type Answer, type Call } from './call';
import { notification, signedCall, type Signing } from './signed-calls';
import { writtenTo } from './chat';
import type { World } from '../../worlds/journey';

let clients = 0;
/** The proxy's header with the client's address. By default a listed address that no rate limit has counted yet. */
export const from = (address = `10.1.${++clients >> 8}.${clients & 255}`) => ({ 'x-forwarded-for': address });

let paid = 0;
/** A unique donation. */
export const fresh = ({ openChannelId }: Channel) =>
  notification({ amount_crypto: `0.${++paid}1` }, openChannelId);

/** How often an owner was told about such a donation. */
export const toldTo = (world: World, { ownerUserId }: Channel): number =>
  writtenTo(world, ownerUserId).filter(({ text }) => /^💝 \$.* from /.test(text)).length;

export interface Caller {
  /** POSTs to the notification webhook without adding a signature. */
  readonly post: (how: Call, url?: string) => Promise<Answer>;
  /** POSTs `content` with a signature, like the operator's services. */
  readonly send: (content: object, signing?: Signing & { readonly url?: string }) => Promise<Answer>;
}

/** Plays the operator's other services. */
export function notificationCaller(world: World): Caller {
  const { url: first } = world.functions.notificationWebhook;
  const environment = world.environment('notificationWebhook');
  return {
    post: (how, url = first) => call(url, { path: NOTIFICATION_PATH, ...how }),
    send: (content, { url = first, ...signing } = {}) =>
      call(url, signedCall(environment, content, { path: NOTIFICATION_PATH, headers: from(), ...signing })),
  };
}
