import { describeUser } from '../describe';
import { badRequest } from '../wire/errors';
import type { Method, Methods } from './context';

const getMe: Method = ({ world }) => ({
  ...describeUser(world, world.bot),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
});

const answerCallbackQuery: Method = ({ callbackQueries }, params) => {
  const text = params.string('text');
  const url = params.string('url');
  callbackQueries.answer(params.string('callback_query_id'), {
    ...(text !== '' && { text }),
    ...(params.boolean('show_alert') && { show_alert: true }),
    ...(url !== '' && { url }),
  });
  return true;
};

const COMMAND = /^\/?[a-z0-9_]{1,32}$/;

const setMyCommands: Method = (_context, params) => {
  const commands = params.json('commands');
  if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand');
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const each of commands as { command?: unknown; description?: unknown }[]) {
    if (typeof each.command !== 'string' || !COMMAND.test(each.command))
      throw badRequest('BOT_COMMAND_INVALID');
    if (typeof each.description !== 'string' || each.description.trim() === '') {
      throw badRequest('command description must be non-empty');
    }
    if (each.description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return true;
};

export const botMethods: Methods = { getMe, answerCallbackQuery, setMyCommands };
