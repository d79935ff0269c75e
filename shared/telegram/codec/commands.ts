/** The commands in Telegram's menu, which every user sees. */
export const MENU_COMMANDS = ['start', 'mysubs', 'channels', 'help', 'paysupport', 'terms'] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** The commands of owners and managers. Only `channels` is in the menu, because it leads to the others. */
type OwnerCommand = 'channels' | 'setup' | 'stats' | 'members' | 'orders' | 'cases';

/** The commands that the bot knows. By this type, the compiler demands a route for each. */
export type BotCommand = MenuCommand | OwnerCommand;
