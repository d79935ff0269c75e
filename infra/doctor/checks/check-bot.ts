import { askTelegram, isTokenRefused } from '../ask-telegram';
import { found, sound, type Check } from '../check';
import { fault, warning } from '../finding';

export const botCheck: Check = {
  name: 'Bot',
  variables: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT'],
  look: async ({ api }) => {
    const me = await askTelegram(api().getMe());
    if (me.ok && me.value.has_topics_enabled)
      return found(
        warning('bot.topics', {
          problem:
            'The bot is in threaded mode, so its answers appear outside the thread that a user writes in.',
          remedy: 'Switch threaded mode off in the settings of the bot, in the Mini App of @BotFather.',
        }),
      );
    if (me.ok) return sound(`@${me.value.username}`);
    return found(
      isTokenRefused(me.reason)
        ? fault('bot.token_refused', {
            problem: 'Telegram does not know TELEGRAM_BOT_TOKEN.',
            remedy: 'Copy the token that @BotFather shows for the bot, set it, and deploy or restart.',
          })
        : fault('bot.unreachable', {
            problem: `Telegram cannot be reached at TELEGRAM_API_ROOT: ${me.reason}.`,
            remedy:
              'Check the network from this machine to Telegram. Unless you run a Bot API server, leave TELEGRAM_API_ROOT unset.',
          }),
    );
  },
};

export const botNameCheck: Check = {
  name: 'Bot username',
  needs: ['Bot'],
  variables: ['TELEGRAM_BOT_USERNAME'],
  look: async ({ api, value }) => {
    const { username } = await api().getMe();
    if (username.toLowerCase() === value('TELEGRAM_BOT_USERNAME').toLowerCase())
      return sound('our links lead to this bot');
    return found(
      fault('bot.other_username', {
        problem: `The token belongs to @${username}, but TELEGRAM_BOT_USERNAME names another bot, so buttons in channels lead there.`,
        remedy: `Set TELEGRAM_BOT_USERNAME to ${username}, or TELEGRAM_BOT_TOKEN to the other bot's token.`,
      }),
    );
  },
};
