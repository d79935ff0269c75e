import { badRequest } from '../wire/errors';
import type { Params } from '../wire/params';
import type { Method, Methods } from './context';

/** TDLib counts characters, not UTF-16 units. */
const lengthOf = (text: string): number => Array.from(text).length;

/** Where a text is kept for a language. Codes such as `pt-br` are refused, as by TDLib's `validate_bot_language_code`. */
function slotOf(text: string, params: Params): string {
  const code = params.string('language_code');
  if (!/^(?:[a-z]{2})?$/.test(code)) throw badRequest('invalid language code specified');
  return `${text}:${code}`;
}

const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const COMMAND = /^[a-z0-9_]+$/;

// TDLib's set_commands, in td/telegram/BotCommand.cpp. The two codes are those of Telegram's own servers.
function readCommand(given: { command?: unknown; description?: unknown }) {
  const command = trimmed(given.command).replace(/^\//, '');
  const description = trimmed(given.description);
  if (command === '') throw badRequest('command must be non-empty');
  if (lengthOf(command) > 32) throw badRequest('command length must not exceed 32');
  if (description === '') throw badRequest('command description must be non-empty');
  if (lengthOf(description) > 256) throw badRequest('command description length must not exceed 256');
  if (!COMMAND.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  return { command, description };
}

const setMyCommands: Method = ({ world }, params) => {
  const commands = params.json('commands');
  if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand');
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  world.profile.set(slotOf('commands', params), commands.map(readCommand));
  return true;
};

const getMyCommands: Method = ({ world }, params) => world.profile.get(slotOf('commands', params)) ?? [];

/** A text about the bot. An empty one removes it for the language, and no other language takes its place here. */
function textMethods(name: string, most: number): readonly [Method, Method] {
  const set: Method = ({ world }, params) => {
    const slot = slotOf(name, params);
    const text = params.string(name);
    // Telegram documents the limit, but not the words of its refusal.
    if (lengthOf(text) > most) throw badRequest(`${name} is too long`);
    world.profile.set(slot, text);
    return true;
  };
  const get: Method = ({ world }, params) => ({ [name]: world.profile.get(slotOf(name, params)) ?? '' });
  return [set, get];
}

const [setMyDescription, getMyDescription] = textMethods('description', 512);
const [setMyShortDescription, getMyShortDescription] = textMethods('short_description', 120);

/** What people see of the bot before they write to it. https://core.telegram.org/bots/api#setmycommands */
export const profileMethods: Methods = {
  setMyCommands,
  getMyCommands,
  setMyDescription,
  getMyDescription,
  setMyShortDescription,
  getMyShortDescription,
};
