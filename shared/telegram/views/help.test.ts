import { LANGUAGES, type Language } from '../../domain/common/language';
import { MENU_COMMANDS } from '../codec/commands';
import { viewOf } from './index';
import { wordingIn } from './wording';

const helpText = (maySetUp?: boolean) =>
  viewOf({ type: 'help', ...(maySetUp !== undefined && { maySetUp }) }).text.text;

it.each(MENU_COMMANDS.filter((command) => !['help', 'channels'].includes(command)))(
  'names /%s of the menu in /help',
  (command) => {
    expect(helpText()).toContain(`/${command}`);
  },
);

it('speaks of selling only to readers who may set up a channel', () => {
  expect(helpText(true)).toContain('/setup');
  expect(helpText(false)).not.toMatch(/\/setup|\/channels/);
});

it('greets by the name of the bot', () => {
  const text = (botUsername?: string) =>
    viewOf({ type: 'welcome', ...(botUsername !== undefined && { botUsername }) }).text.text;
  expect(text('AlphaBot')).toMatch(/^👋 <b>Welcome! I'm @AlphaBot\.<\/b>\n/);
  expect(text()).toMatch(/^👋 <b>Welcome!<\/b>\n/);
});

const OF_THE_READER: Readonly<Record<Language, RegExp>> = {
  en: /^(?:Your |Channels you )/,
  ru: /^Ваши |вы /,
  es: /^Tus |gestionas$/,
  'pt-br': /^Suas |você /,
  de: /^Deine |du /,
  fa: /شما$|گردانید$/,
};

it.each(LANGUAGES)('speaks to the reader of what is theirs in the menu of commands: %s', (language) => {
  for (const key of ['profile-command-mysubs', 'profile-command-channels'] as const)
    expect(wordingIn(language).text(key)).toMatch(OF_THE_READER[language]);
});
