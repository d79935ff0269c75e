/** Telegram's own names of rights, with those that its clients show. */
export type BotRights = Readonly<Record<string, string>>;

/** What the bot needs in a private channel: links are made and requests answered by the one, removals by the other. */
export const INVITE = { can_invite_users: 'Invite Users via Link' } as const satisfies BotRights;
export const BAN = { can_restrict_members: 'Ban Users' } as const satisfies BotRights;
/** What it needs where it posts. */
export const POST = { can_post_messages: 'Post Messages' } as const satisfies BotRights;

/**
 * The link that lets an owner choose a channel to add the bot to, with the rights that it needs there switched on.
 * https://core.telegram.org/api/links#bot-add-to-channel-links
 */
export const addToChannelLink = (botUsername: string, rights: BotRights): string =>
  `https://t.me/${botUsername}?startchannel&admin=${Object.keys(rights)
    .map((right) => right.replace(/^can_/, ''))
    .join('+')}`;
