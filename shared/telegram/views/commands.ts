import { MENU_COMMANDS, type MenuCommand } from '../codec/commands';

const DESCRIPTIONS: Readonly<Record<MenuCommand, string>> = {
  start: 'Channels, and what they cost',
  mysubs: 'My subscriptions',
  channels: 'The channels that I run',
  language: 'The language I write in',
  help: 'What I can do',
  paysupport: 'Help with a payment',
  terms: 'Terms of sale',
};

/** Telegram's menu of commands. https://core.telegram.org/bots/api#botcommand */
export const commandMenu = () =>
  MENU_COMMANDS.map((command) => ({ command, description: DESCRIPTIONS[command] }));
