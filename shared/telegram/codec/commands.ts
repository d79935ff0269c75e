/** The commands in Telegram's own menu, which everybody sees. */
export const MENU_COMMANDS = ['start', 'mysubs', 'channels', 'help', 'paysupport', 'terms'] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** The commands of those who run channels. Only `channels` is in the menu, and leads to the others. */
type OwnerCommand = 'channels' | 'setup' | 'stats' | 'members' | 'orders' | 'cases';

/** The commands that the bot knows. Routing is held to them by its type; help answers an unknown one. */
export type BotCommand = MenuCommand | OwnerCommand;
