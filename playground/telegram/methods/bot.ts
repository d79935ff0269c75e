import { describeUser } from '../describe';
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

export const botMethods: Methods = { getMe, answerCallbackQuery };
