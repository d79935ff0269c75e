import * as z from 'zod';

// The schema names only the fields that we read and lets others pass, so that a new Bot API field never breaks us.
const user = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  username: z.string().optional(),
  first_name: z.string().optional(),
});
const chat = z.object({
  id: z.int(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
});
/** An administrator's rights are the boolean fields that begin with `can_`; `routeMembership` picks them. */
const rights = z.looseObject({ status: z.string() });

const UPDATE = z.object({
  update_id: z.int().nonnegative(),
  message: z
    // Loose, because `isSentByPerson` looks for a kind of content and reads only `text`.
    .looseObject({
      message_id: z.int(),
      from: user.optional(),
      chat,
      text: z.string().optional(),
      migrate_to_chat_id: z.int().optional(),
      migrate_from_chat_id: z.int().optional(),
    })
    .optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z.object({ message_id: z.int(), chat }).optional(),
    })
    .optional(),
  chat_join_request: z
    .object({
      chat,
      from: user,
      user_chat_id: z.int().optional(),
      invite_link: z.object({ creator: z.object({ id: z.int() }) }).optional(),
    })
    .optional(),
  chat_member: z
    .object({
      chat,
      from: user,
      old_chat_member: z.object({ status: z.string(), is_member: z.boolean().optional() }),
      new_chat_member: z.object({ status: z.string(), is_member: z.boolean().optional(), user }),
    })
    .optional(),
  my_chat_member: z
    .object({
      date: z.int().optional(),
      chat,
      from: user,
      old_chat_member: z.object({ status: z.string() }).optional(),
      new_chat_member: rights,
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

/** Reads an update. `undefined` if there is no `update_id` or a field has another type than Telegram's. */
export function parseUpdate(body: unknown): Update | undefined {
  const parsed = UPDATE.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

/** The `update_id` of any body that has one, so that a repeat of an unreadable update is recognized, too. */
export function updateIdOf(body: Readonly<Record<string, unknown>>): number | undefined {
  const id = body['update_id'];
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}
