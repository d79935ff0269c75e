/**
 * The commands that the bot knows, as Telegram's menu shows them. Routing is held to this list by its type; an unknown
 * command is answered with help. https://core.telegram.org/bots/api#botcommand
 */
export const BOT_COMMANDS = [
  { command: 'start', description: 'Channels, and what they cost' },
  { command: 'mysubs', description: 'My subscriptions' },
  { command: 'help', description: 'What I can do' },
  { command: 'paysupport', description: 'Help with a payment' },
  { command: 'terms', description: 'Terms of sale' },
] as const;

export type BotCommand = (typeof BOT_COMMANDS)[number]['command'];
