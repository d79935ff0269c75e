import type { OpenChannelId, OrderReference } from './ids';

/** Makes a message the one in its chat that shows the present state of a topic. */
export interface Living {
  /** What the message is about. */
  readonly topic: string;
  /**
   * How its reader gets it. `edit`: the message that shows the topic changes; it is sent if there is none. `edit_only`:
   * the same, but nothing is sent if there was none. `new`: it is sent, because a sound is wanted, and the earlier message
   * loses its buttons.
   */
  readonly as: (typeof LIVING_MODES)[number];
}

export const LIVING_MODES = ['edit', 'edit_only', 'new'] as const;

/** The topic of an order, from its invoice to what became of it. */
export const orderTopic = (reference: OrderReference): string => `order:${reference}`;

/** The topic of a user's access to a place: the way in, and being in. Without `chatId`, the main place. */
export const accessTopic = (of: {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
  readonly chatId?: number | undefined;
}): string => `access:${of.openChannelId}:${of.userId}${of.chatId === undefined ? '' : `:${of.chatId}`}`;

/** The topic of what opening a place, or closing it, has done so far. `since`: when it was opened or closed. */
export const placeTopic = (of: {
  readonly openChannelId: OpenChannelId;
  readonly chatId: number;
  readonly since: number;
}): string => `place:${of.openChannelId}:${of.chatId}:${of.since}`;
