import * as z from 'zod';
import { isChannelId, isUserId } from '../domain/common/ids';
import { storableText } from '../domain/common/storable-text';
import { STORED } from '../domain/common/stored-types';
import { RENEWAL_STATES } from '../domain/stars/renewal';

/** Far more than Telegram lets anyone type. */
const MAX_TYPED = 16_384;

/** Longer than any file id that Telegram makes. */
const MAX_FILE_ID = 512;

/** Telegram allows 128 bytes. */
const MAX_INVOICE_PAYLOAD = 128;

const numberOf = ({ accepts }: { readonly accepts: (value: number) => boolean }) =>
  z.number().refine(accepts);
/** A text that Postgres may have to replace characters of, within a length after that. */
const textOf = ({ accepts }: { readonly accepts: (value: string) => boolean }) =>
  z.string().transform(storableText).refine(accepts);
/** A field that is read as absent if its value does not fit. */
const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);

// The schema names only the fields that we read and lets others pass, so that a new Bot API field never breaks us. A field
// that must be there and does not fit makes the update unreadable.
const user = z.object({
  id: numberOf(STORED.userId),
  is_bot: optional(z.boolean()),
  username: optional(textOf(STORED.username)),
  first_name: optional(textOf(STORED.firstName)),
  language_code: optional(textOf(STORED.languageCode)),
});
const chat = z
  .object({
    id: numberOf(STORED.chatId),
    type: z.string(),
    title: optional(textOf(STORED.title)),
    username: optional(textOf(STORED.username)),
  })
  .refine(({ id, type }) => (type === 'channel' ? isChannelId(id) : type !== 'private' || isUserId(id)));
const messageId = numberOf(STORED.messageId);
const status = textOf(STORED.status);
const isMember = optional(z.boolean());
/** An administrator's rights are the boolean fields that begin with `can_`; `routeMembership` picks them. */
const rights = z.looseObject({ status });

/** A payment in Stars. Nothing of it may be left out: an update that doesn't fit is kept as unreadable. */
const starPayment = z.object({
  currency: z.literal('XTR'),
  total_amount: numberOf(STORED.stars),
  invoice_payload: textOf(STORED.starPayload),
  telegram_payment_charge_id: textOf(STORED.chargeId).refine((id) => id !== ''),
  provider_payment_charge_id: optional(textOf(STORED.chargeId)),
});

const UPDATE = z.object({
  update_id: numberOf(STORED.updateId),
  message: z
    // Loose, because `isSentByPerson` looks for a kind of content and reads only `text`.
    .looseObject({
      message_id: messageId,
      from: user.optional(),
      chat,
      text: optional(z.string().max(MAX_TYPED).transform(storableText)),
      /** Absent for a reply to a message of another chat: Telegram has `external_reply` for those. */
      reply_to_message: optional(z.object({ message_id: messageId, chat })),
      date: optional(numberOf(STORED.unixSeconds)),
      chat_shared: optional(
        z.object({
          request_id: z.int(),
          chat_id: numberOf(STORED.chatId),
          title: optional(textOf(STORED.title)),
        }),
      ),
      document: optional(z.object({ file_id: z.string().max(MAX_FILE_ID), file_size: optional(z.int()) })),
      migrate_to_chat_id: optional(numberOf(STORED.chatId)),
      migrate_from_chat_id: optional(numberOf(STORED.chatId)),
      successful_payment: starPayment
        .extend({
          is_recurring: z.boolean().optional(),
          is_first_recurring: z.boolean().optional(),
          subscription_expiration_date: numberOf(STORED.unixSeconds).optional(),
        })
        .optional(),
      refunded_payment: starPayment.optional(),
    })
    .optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      // Only storable data is a button of ours. https://core.telegram.org/bots/api#inlinekeyboardbutton
      data: optional(z.string().refine((data) => data === storableText(data))),
      message: z.object({ message_id: messageId, chat, invoice: optional(z.object({})) }).optional(),
    })
    .optional(),
  chat_join_request: z
    .object({
      chat,
      from: user,
      user_chat_id: optional(numberOf(STORED.userId)),
      invite_link: z.object({ creator: z.object({ id: numberOf(STORED.userId) }) }).optional(),
    })
    .optional(),
  chat_member: z
    .object({
      chat,
      from: user,
      old_chat_member: z.object({ status, is_member: isMember }),
      new_chat_member: z.object({ status, is_member: isMember, user }),
    })
    .optional(),
  my_chat_member: z
    .object({
      date: optional(numberOf(STORED.unixSeconds)),
      chat,
      from: user,
      old_chat_member: optional(z.object({ status })),
      new_chat_member: rights,
    })
    .optional(),
  /** What became of the renewal of a payment in Stars. It names no payment and no time. */
  subscription: z
    .object({
      user,
      invoice_payload: textOf(STORED.starPayload),
      state: z.enum(RENEWAL_STATES),
    })
    .optional(),
  pre_checkout_query: z
    .object({
      id: z.string(),
      from: user,
      currency: z.string(),
      total_amount: z.int(),
      invoice_payload: z.string().max(MAX_INVOICE_PAYLOAD).transform(storableText),
    })
    .optional(),
});

/**
 * The updates that we ask Telegram to send: those that we read and no others. The list has to be explicit, because
 * Telegram sends `chat_member` only if the list names it.
 */
export const ALLOWED_UPDATES = Object.keys(UPDATE.shape).filter(
  (name): name is AllowedUpdate => name !== 'update_id',
);

/** The fields that we read of one delivery from Telegram. https://core.telegram.org/bots/api#update */
export type Update = z.infer<typeof UPDATE>;
type AllowedUpdate = Exclude<keyof Update, 'update_id'>;
export type TelegramUser = z.infer<typeof user>;
export type SentDocument = NonNullable<NonNullable<Update['message']>['document']>;
export type CallbackQuery = NonNullable<Update['callback_query']>;

/** What a person can send. Any other message is Telegram's own, about a timer or a pin for example. */
const SENT_BY_PEOPLE = [
  'text',
  'rich_message',
  'animation',
  'audio',
  'checklist',
  'contact',
  'dice',
  'document',
  'game',
  'live_photo',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
];

/** True for what a person sends, false for a service message. https://core.telegram.org/bots/api#message */
export const isSentByPerson = (message: NonNullable<Update['message']>): boolean =>
  SENT_BY_PEOPLE.some((content) => Object.hasOwn(message, content));

/**
 * Reads an update. `undefined` if a field that must be there is missing, has another type than Telegram's, or does not fit
 * its column.
 */
export function parseUpdate(body: unknown): Update | undefined {
  const parsed = UPDATE.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

/** The `update_id` of any body that has one, so that a repeat of an unreadable update is recognized, too. */
export function updateIdOf(body: Readonly<Record<string, unknown>>): number | undefined {
  const id = body['update_id'];
  return typeof id === 'number' && STORED.updateId.accepts(id) ? id : undefined;
}
