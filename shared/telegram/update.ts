import * as z from 'zod';

// Only what is read is described; the rest passes, so a new Bot API field never breaks us.
const user = z.object({ id: z.int(), username: z.string().optional(), first_name: z.string().optional() });
const chat = z.object({
  id: z.int(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
});
/** What an administrator may do; what is no right is told apart by its name and its type. */
const rights = z.looseObject({ status: z.string() });

const UPDATE = z.object({
  update_id: z.int().nonnegative(),
  message: z
    .object({ message_id: z.int(), from: user.optional(), chat, text: z.string().optional() })
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
    .object({ date: z.int().optional(), chat, from: user, new_chat_member: rights })
    .optional(),
});

/**
 * What Telegram is asked to send: whatever is read here and nothing else. An explicit list leaves out all that it does not
 * name, and `chat_member` comes only to who names it.
 */
export const ALLOWED_UPDATES = Object.keys(UPDATE.shape).filter(
  (name): name is AllowedUpdate => name !== 'update_id',
);

/** One delivery from Telegram, as far as it is read. https://core.telegram.org/bots/api#update */
export type Update = z.infer<typeof UPDATE>;
type AllowedUpdate = Exclude<keyof Update, 'update_id'>;
export type TelegramUser = z.infer<typeof user>;
export type CallbackQuery = NonNullable<Update['callback_query']>;

/** Reads an update. `undefined` when it is none: no `update_id`, or fields of other types than Telegram's. */
export function parseUpdate(body: unknown): Update | undefined {
  const parsed = UPDATE.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

/** The `update_id` of anything that has one, so that even an update nobody can read is recognised when it comes again. */
export function updateIdOf(body: Readonly<Record<string, unknown>>): number | undefined {
  const id = body['update_id'];
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}
