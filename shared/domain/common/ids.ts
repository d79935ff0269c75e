/**
 * Distinct types for ids that are all numbers on the wire, so that an open channel id is never passed for a closed one.
 */
declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/**
 * The lasting id of a channel that is sold. It began as the id of its public channel, or of the private one if there was
 * none; posts go to public_channel_id.
 */
export type OpenChannelId = Branded<number, 'OpenChannelId'>;
/** The private channel that is sold. */
export type ClosedChannelId = Branded<number, 'ClosedChannelId'>;
/** A Telegram user; also the id of the private chat with that user. Up to 52 bits. */
export type UserId = Branded<number, 'UserId'>;
/** The unguessable name of an order, 22 base64url characters (128 bits). */
export type OrderReference = Branded<string, 'OrderReference'>;
/** USD cents. */
export type Cents = Branded<number, 'Cents'>;

const MAX_USER_ID = 2 ** 52;

/** A channel id as Telegram writes it. */
export function isChannelId(value: number): boolean {
  return Number.isSafeInteger(value) && /^-100\d{1,13}$/.test(String(value));
}

export function isUserId(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0 && value <= MAX_USER_ID;
}

/** Reads a channel id from text. `undefined` if the text isn't one. */
export function parseOpenChannelId(text: string): OpenChannelId | undefined {
  const value = Number(text);
  return /^-\d+$/.test(text) && isChannelId(value) ? (value as OpenChannelId) : undefined;
}

export function isOrderReference(text: string): text is OrderReference {
  return /^[A-Za-z0-9_-]{22}$/.test(text);
}
