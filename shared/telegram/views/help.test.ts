import { MENU_COMMANDS } from '../codec/commands';
import { viewOf } from './index';

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
