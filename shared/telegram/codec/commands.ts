/** The commands in Telegram's menu, which every user sees. */
export const MENU_COMMANDS = [
  'start',
  'mysubs',
  'channels',
  'language',
  'help',
  'paysupport',
  'privacy',
  'terms',
] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** The commands of owners and managers. Only `channels` is in the menu, because it leads to the others. */
type OwnerCommand = 'channels' | 'setup' | 'stats' | 'members' | 'orders' | 'cases';

/** The commands that the bot knows. By this type, the compiler demands a route for each. */
export type BotCommand = MenuCommand | OwnerCommand;

/** What a text that begins with a slash asks for. */
export interface TypedCommand {
  /** In lower case. Empty if the text isn't a command, or is one of another bot. */
  readonly word: string;
  /** The next word, if there is one. Further words mean nothing. */
  readonly parameter: string | undefined;
}

const COMMAND = /^\/(?<word>[a-z0-9_]+)(?:@(?<username>[a-z0-9_]+))?$/i;

/**
 * Reads a command of this bot, with or without its @username. `undefined` for a text that doesn't begin with a slash. A
 * text that does is never anything else, such as an answer to a question.
 */
export function readCommand(text: string, botUsername: string): TypedCommand | undefined {
  const [first = '', parameter] = text.trim().split(/\s+/);
  if (!first.startsWith('/')) return undefined;
  const { word = '', username = botUsername } = COMMAND.exec(first)?.groups ?? {};
  const isOurs = username.toLowerCase() === botUsername.toLowerCase();
  return { word: isOurs ? word.toLowerCase() : '', parameter };
}
