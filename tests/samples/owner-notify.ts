import type { MessageOf } from '../../shared/domain/messages/messages';
import type { Cents, OpenChannelId } from '../../shared/domain/common/ids';
import type { MissedNotification, NotifyMessage } from '../../shared/domain/messages/owner-notify';
import { ROLES } from '../../shared/domain/common/roles';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const timeZone = 'America/Argentina/ComodRivadavia';
const AT = Date.UTC(2026, 2, 4, 12);
const amountCents = 999_999_999 as Cents;

type NotifySamples = { readonly [Type in NotifyMessage['type']]: readonly MessageOf<Type>[] };

/** Every message about notifications, in every role that may see it. */
export function notifySamplesOf({ title, text }: Writing): NotifySamples {
  const ofChannels = ROLES.slice(1).map((role) => ({ openChannelId, title, role, timeZone }));
  const whats = ['subscription_sold', 'donation_received', 'sales_digest', 'odd_payment', 'something_new'];
  const missed = Array.from({ length: 10 }, (_, index): MissedNotification => ({
    at: AT,
    what: whats[index % whats.length] ?? '',
    amountCents: index % 2 === 0 ? amountCents : null,
    reason: text,
  }));
  const states = [
    { isEnabled: false, isEachTold: true, digestHour: null, is: 'you', username: null, note: text },
    {
      isEnabled: true,
      isEachTold: true,
      digestHour: null,
      is: 'owner',
      username: 'n'.repeat(32),
      note: null,
    },
    { isEnabled: true, isEachTold: false, digestHour: 9, is: 'other', username: null, note: null },
    { isEnabled: true, isEachTold: true, digestHour: 23, is: 'other', username: 'olga', note: text },
  ] as const;
  const figures = {
    sales: 1,
    salesCents: amountCents,
    donations: 0,
    donationsCents: 0 as Cents,
    credited: 1,
    creditedCents: amountCents,
    refunds: 2,
    refundedCents: amountCents,
    inStars: {
      sales: { count: 2, xtr: 770 },
      donations: { count: 1, xtr: 50 },
      credited: { count: 1, xtr: 385 },
      refunds: { count: 1, xtr: 385 },
    },
    joined: 1,
    lost: 0,
    lapsed: {
      count: 1234,
      first: Array.from({ length: 5 }, () => ({ userId: 2 ** 52, username: 'n'.repeat(32) })),
    },
    removed: {
      count: 2,
      first: [null, text].map((firstName) => ({ userId: 2 ** 52, username: null, firstName })),
    },
    turnedAway: { count: 0, first: [] },
    odd: 1,
    oddWaiting: 3,
  };
  const digest = { type: 'sales_digest', openChannelId, title, from: AT - 86_400_000, until: AT } as const;
  const ofPreviousRelease = {
    ...digest,
    timeZone,
    ...{ sales: 1, salesCents: amountCents, donations: 0, donationsCents: 0 as Cents, refunds: 2 },
    ...{ joined: 1, lost: 0, odd: 1, oddWaiting: 3 },
  };
  return {
    notifications: ofChannels.flatMap((of) =>
      states.map(({ is, username, ...state }) => ({
        type: 'notifications',
        ...of,
        ...state,
        chat: { chatId: -1009999999999999, is, username },
        unreachable: state.note === null ? null : { since: AT, reason: text },
        missed: state.note === null ? 0 : 123,
      })),
    ),
    digest_hours: ofChannels.map((of) => ({ type: 'digest_hours', ...of, hour: 9 })),
    missed_notifications: ofChannels.flatMap((of) => [
      { type: 'missed_notifications', ...of, missed, count: 123_456, note: text },
      { type: 'missed_notifications', ...of, missed: [], count: 0, note: null },
    ]),
    sales_digest: [
      { ...digest, timeZone, ...figures },
      {
        ...digest,
        timeZone: 'UTC',
        ...figures,
        donations: 1,
        refunds: 0,
        refundedCents: 0 as Cents,
        oddWaiting: 0,
      },
      ofPreviousRelease,
    ],
  };
}
