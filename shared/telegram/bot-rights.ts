/** The Bot API's name of each right, with the name that Telegram's clients show. */
export type BotRights = Readonly<Record<string, string>>;

/** The rights that the bot needs in a private channel: `INVITE` for links and join requests, `BAN` for removals. */
export const INVITE = { can_invite_users: 'Invite Users via Link' } as const satisfies BotRights;
export const BAN = { can_restrict_members: 'Ban Users' } as const satisfies BotRights;
/** The right that the bot needs in a public channel. */
export const POST = { can_post_messages: 'Post Messages' } as const satisfies BotRights;

/** The rights that the bot, and a user who sets a channel up, need in its private and in its public chat. */
export const RIGHTS = {
  private: { ...INVITE, ...BAN },
  public: POST,
} as const satisfies Readonly<Record<string, BotRights>>;

export type ChatKind = keyof typeof RIGHTS;

/** An administrator's rights, as the Bot API names them: its boolean fields that begin with `can_`. */
export const adminRights = (member: object): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    Object.entries(member).filter(
      (entry): entry is [string, boolean] =>
        /^can_[a-z_]{1,60}$/.test(entry[0]) && typeof entry[1] === 'boolean',
    ),
  );

const addLink = (botUsername: string, to: 'startchannel' | 'startgroup', rights: BotRights): string =>
  `https://t.me/${botUsername}?${to}&admin=${Object.keys(rights)
    .map((right) => right.replace(/^can_/, ''))
    .join('+')}`;

/**
 * A link with which an owner adds the bot to a channel. Telegram preselects `rights` there.
 * https://core.telegram.org/api/links#bot-add-to-channel-links
 */
export const addToChannelLink = (botUsername: string, rights: BotRights): string =>
  addLink(botUsername, 'startchannel', rights);

/**
 * The same for a group. Where the bot is in already, Telegram makes it an administrator; a basic group becomes a supergroup.
 * https://core.telegram.org/api/links#bot-add-to-group-links
 */
export const addToGroupLink = (botUsername: string, rights: BotRights): string =>
  addLink(botUsername, 'startgroup', rights);

/** Links that add the bot to another chat with the rights that it needs there. A group can only be sold, not posted in. */
export const addUrls = (botUsername: string, kind: ChatKind) => ({
  addUrl: addToChannelLink(botUsername, RIGHTS[kind]),
  ...(kind === 'private' && { addGroupUrl: addToGroupLink(botUsername, RIGHTS[kind]) }),
});
