import type { BotCommand } from 'grammy/types';
import { MENU_COMMANDS, type MenuCommand } from '../codec/commands';
import type { Wording } from './wording';

const DESCRIPTIONS = {
  start: 'profile-command-start',
  mysubs: 'profile-command-mysubs',
  channels: 'profile-command-channels',
  language: 'profile-command-language',
  help: 'profile-command-help',
  paysupport: 'profile-command-paysupport',
  privacy: 'profile-command-privacy',
  terms: 'profile-command-terms',
} as const satisfies Record<MenuCommand, string>;

/** Telegram's menu of commands. https://core.telegram.org/bots/api#botcommand */
export const commandMenu = (wording: Wording): BotCommand[] =>
  MENU_COMMANDS.map((command) => ({ command, description: wording.text(DESCRIPTIONS[command]) }));
