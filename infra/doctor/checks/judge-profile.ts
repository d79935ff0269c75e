import { PROFILE_PARTS, type ProfileApi } from '../../../shared/telegram/profile';
import { warning, type Finding } from '../finding';

/** Says what Telegram shows about the bot that differs from this version's words. Throws if Telegram does not answer. */
export async function judgeProfile(api: ProfileApi): Promise<Finding[]> {
  const shown = await Promise.all(PROFILE_PARTS.map((part) => part.isShown(api)));
  const differing = PROFILE_PARTS.filter((_part, index) => shown[index] === false);
  if (differing.length === 0) return [];
  const names = differing.map(({ name, language }) => `${name} (${language})`).join(', ');
  return [
    warning('bot.profile', {
      problem: `Telegram shows other texts about the bot than this version has: ${names}.`,
      remedy: 'Run npm run webhook -- set.',
    }),
  ];
}
