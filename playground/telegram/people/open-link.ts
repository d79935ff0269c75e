import type { World } from '../world';

/** Opens a link of t.me: starts the bot, or joins by an invite link. Any other is for a browser. */
export function openLink(
  world: World,
  link: string,
  actions: { start: (payload: string) => void; join: (link: string) => void },
): void {
  const url = new URL(link);
  if (!['t.me', 'telegram.me'].includes(url.hostname)) return;
  const path = url.pathname.slice(1);
  if (path.startsWith('+')) actions.join(link);
  if (path.toLowerCase() !== world.bot.username.toLowerCase()) return;
  // A link with startchannel or startgroup asks for a chat, which the user must choose.
  if (url.searchParams.has('startchannel') || url.searchParams.has('startgroup')) return;
  const payload = url.searchParams.get('start') ?? '';
  // tdlib (LinkManager.cpp) drops an invalid start parameter.
  actions.start(/^[A-Za-z0-9_-]{0,64}$/.test(payload) ? payload : '');
}
