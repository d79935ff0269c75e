/**
 * The commands that the bot knows, as Telegram's menu shows them. Routing is held to this list by its type; an unknown
 * command is answered with help. https://core.telegram.org/bots/api#botcommand
 */
export const BOT_COMMANDS = [
  { command: 'start', description: 'Channels, and what they cost' },
  { command: 'mysubs', description: 'My subscriptions' },
  { command: 'channels', description: 'The channels that I run' },
  { command: 'help', description: 'What I can do' },
  { command: 'paysupport', description: 'Help with a payment' },
  { command: 'terms', description: 'Terms of sale' },
] as const;

/**
 * The commands of those who run channels. They are no part of the menu that everybody sees but for the first, which leads to
 * the others.
 */
export const OWNER_COMMANDS = ['channels', 'setup', 'stats', 'members', 'orders', 'cases'] as const;

export type BotCommand = (typeof BOT_COMMANDS)[number]['command'] | (typeof OWNER_COMMANDS)[number];
