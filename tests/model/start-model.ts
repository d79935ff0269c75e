import type { Channel } from '../../shared/domain/common/channel';
import type { Cents, ClosedChannelId, OpenChannelId } from '../../shared/domain/common/ids';
import { saveChannels } from '../../shared/database/owner/channels';
import { newDonor } from '../journeys/support/people';
import { setMinimums } from '../support/minimums';
import { type Donor, type World, startWorld } from '../worlds/journey';
import { NewEntries } from './new-entries';
import { CHEAPEST_COIN, COINS_ON, LEAST_PAYABLE_CENTS, TIERS, type Terms } from './terms';
import type { RecordedCall } from '../../playground/telegram/index';

/** A place for one buyer at a time: a channel with its owner, and a stranger who tries to get in. */
export interface Slot {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId;
  readonly owner: Donor;
  readonly stranger: Donor;
  /** The owner's link. It previews the channel without joining: how many members it has, and whether the viewer is one. */
  readonly lookAt: string;
}

/** The whole product, with a channel for each of many buyers. They share nothing but the database and the processes. */
export interface Model {
  readonly world: World;
  readonly slots: readonly Slot[];
  readonly calls: NewEntries<RecordedCall>;
  /** The Stars that stores took back without a word. */
  readonly chargedBack: { stars: number };
  /** Where the test delivers IPNs. NOWPayments itself gets a closed port, so that only the test decides what arrives. */
  readonly ipnUrl: string;
  close(): Promise<void>;
}

const ACCOUNT = { email: 'owner@example.org', password: 'Correct-Horse-9' };
const CLOSED_PORT = 'http://127.0.0.1:9/';

/** `percent`: of the usual prices. */
export const channelOf = (
  slot: Omit<Slot, 'lookAt' | 'stranger'>,
  { graceHours, tolerancePercent }: Terms,
  percent = 100,
): Channel => ({
  openChannelId: slot.openChannelId,
  closedChannelId: slot.closedChannelId,
  title: `Channel ${slot.owner.id}`,
  description: '',
  ownerUserId: slot.owner.id,
  donationMessage: '',
  notificationsEnabled: true,
  notificationsChatId: null,
  removals: 'on',
  fileListed: true,
  tiers: TIERS.map((tier) => ({ ...tier, priceCents: ((tier.priceCents * percent) / 100) as Cents })),
  graceHours,
  tolerancePercent,
});

function makeSlot(world: World): Slot {
  const { telegram } = world;
  const owner = newDonor(world, { name: 'Otto' });
  const openChannelId = (-1_006_000_000_000 - owner.id) as OpenChannelId;
  const closedChannelId = (-1_008_000_000_000 - owner.id) as ClosedChannelId;
  const botId = Number(String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':')[0]);
  for (const id of [openChannelId, closedChannelId]) {
    telegram.addChannel({ id, title: `Channel ${owner.id}`, creatorId: owner.id });
    telegram.setMember(id, botId, 'administrator');
  }
  const lookAt = owner.person.admin.makeLink(closedChannelId);
  return { openChannelId, closedChannelId, owner, stranger: newDonor(world, { name: 'Mallory' }), lookAt };
}

/**
 * Refills the bucket of bulk sending at once, and ends a rest that Telegram asked for after half a second. Each move of the
 * clock makes looks at all chats due, which would take seconds at its rate. The rate itself is in `bulk-lane.test.ts`.
 */
const hurryBulk = ({ database }: World) =>
  database.unsafe(`
    create function hurry_bulk() returns trigger language plpgsql as
      'begin new.tokens := case when new.tokens < 0 then -10 else 10 end; return new; end';
    create trigger hurry_bulk before update on bulk_lane for each row execute function hurry_bulk()`);

/**
 * Starts the product. Every nudge goes to a closed port, so that only the test decides when the worker runs. Nothing may
 * depend on a nudge.
 */
export async function startModel(runs: number): Promise<Model> {
  const world = await startWorld({
    nowpayments: {
      ...ACCOUNT,
      ipnRetries: { count: 0, intervalMs: 1 },
      // Too few for a thousand buyers in a minute. Refusals by rate are among the injected faults anyway.
      limits: false,
      coins: COINS_ON,
    },
    environment: {
      NOWPAYMENTS_EMAIL: ACCOUNT.email,
      NOWPAYMENTS_PASSWORD: ACCOUNT.password,
      NOWPAYMENTS_IPN_CALLBACK_URL: CLOSED_PORT,
      WORKER_URL: CLOSED_PORT,
      LOG_LEVEL: 'error',
    },
  });
  await hurryBulk(world);
  world.nowpayments.setMinimum(CHEAPEST_COIN, LEAST_PAYABLE_CENTS);
  const slots = Array.from({ length: runs }, () => makeSlot(world));
  await saveChannels(
    world.product,
    slots.map((slot) => channelOf(slot, { graceHours: 24, tolerancePercent: 1 })),
  );
  // A coin that each batch switches off. So the least that was ever known is the same in each batch, whatever is known.
  await setMinimums(world.product, { ltc: LEAST_PAYABLE_CENTS });
  // A user who pays in Stars has a chat with the bot.
  for (const { owner, stranger } of slots) [owner, stranger].forEach(({ person }) => person.start());
  await world.telegram.drained();
  await world.tick();
  const calls = new NewEntries(world.telegram.calls);
  const ipnUrl = world.functions.paymentIpn.url;
  return { world, slots, calls, ipnUrl, chargedBack: { stars: 0 }, close: () => world.close() };
}
