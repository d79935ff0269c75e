import { saveChannels } from '../../../shared/database/owner/channels';
import type { Channel } from '../../../shared/domain/common/channel';
import type { Cents, OpenChannelId } from '../../../shared/domain/common/ids';
import { openKeypad, tap, type, waitForMessage } from './chat';
import type { Donor, World } from '../../worlds/journey';

let lastId = 900_000;

export function newDonor(
  { telegram }: World,
  profile: { username?: string | null; name?: string } = {},
): Donor {
  const id = ++lastId;
  const username = profile.username === null ? undefined : (profile.username ?? `donor_${id}`);
  telegram.addUser({ id, first_name: profile.name ?? 'Dora', ...(username !== undefined && { username }) });
  return { id, username, person: telegram.as(id) };
}

/** Adds a channel with a new owner, who by default has started the bot. */
export async function newChannel(
  world: World,
  { ownerHasStarted = true, ...given }: Partial<Channel> & { ownerHasStarted?: boolean } = {},
): Promise<Channel> {
  const owner = newDonor(world, { name: 'Otto' });
  const channel: Channel = {
    openChannelId: (-1_007_000_000_000 - owner.id) as OpenChannelId,
    closedChannelId: null,
    title: `Channel ${owner.id}`,
    description: '',
    ownerUserId: owner.id,
    donationMessage: 'Thank you.',
    notificationsEnabled: true,
    notificationsChatId: null,
    tolerancePercent: 1,
    graceHours: 24,
    removals: 'on',
    fileListed: true,
    tiers: [{ name: 'Month', priceCents: 3000 as Cents, days: 30 }],
    ...given,
  };
  const { telegram } = world;
  telegram.addChannel({ id: channel.openChannelId, title: channel.title, creatorId: owner.id });
  // The channel is saved before the bot is added to it. Otherwise the bot would offer its owner to set it up.
  await saveChannels(world.product, [channel]);
  const [botId = ''] = String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':');
  telegram.setMember(channel.openChannelId, Number(botId), 'administrator');
  if (ownerHasStarted) {
    owner.person.start();
    await waitForMessage(world, owner.id, /Welcome/);
  }
  return channel;
}

/** Opens a keypad as a new donor, types an amount and confirms it. */
export async function confirmDonation(world: World, text: string): Promise<Donor> {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, text);
  await tap(world, donor, keypad, 'confirm');
  return donor;
}
