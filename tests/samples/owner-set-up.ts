import type { MessageOf } from '../../shared/domain/messages/messages';
import type { Cents, OpenChannelId } from '../../shared/domain/common/ids';
import { EMPTY_DRAFT, MAX_TIERS, SET_UP_STEPS, type SetUpDraft } from '../../shared/domain/owner/set-up';
import type { SetUpMessage } from '../../shared/domain/messages/owner-set-up';
import type { Writing } from './writing';

type Samples = { readonly [Type in SetUpMessage['type']]: readonly MessageOf<Type>[] };

const chatId = -1009999999999999;
const priceCents = 100_000_000 as Cents;
const addUrl = 'https://t.me/telepay_bot?startchannel&admin=invite_users+restrict_members';
const addGroupUrl = 'https://t.me/telepay_bot?startgroup&admin=invite_users+restrict_members';

/** Every page of a set-up: empty, and with everything that a channel can have. */
export function setUpSamplesOf({ title, name, text }: Writing): Samples {
  const chat = { chatId, title };
  const group = { ...chat, kind: 'supergroup' } as const;
  const full: SetUpDraft = {
    privateChat: chat,
    publicChat: chat,
    title,
    description: text,
    tiers: Array.from({ length: MAX_TIERS }, () => ({ name, priceCents, days: 3649, priceStars: 10_000 })),
    tier: { name, priceCents },
    donationMessage: text,
    isNotified: true,
    graceHours: 720,
    tolerancePercent: 20,
  };
  const some = {
    ...full,
    tiers: full.tiers.slice(0, 1),
    tier: { name, priceCents: 15_000 as Cents },
    publicChat: null,
    isNotified: false,
    graceHours: 0,
  };
  const sold = { openChannelId: chatId as OpenChannelId, title };
  const many = Array.from({ length: 20 }, () => sold);
  const pages = [
    { draft: EMPTY_DRAFT, chats: [], claims: [], complaint: null, again: null },
    { draft: some, chats: [chat], claims: [sold], complaint: null, again: null },
    {
      draft: { ...some, privateChat: group },
      linked: { chatId, title, isOfGroup: true },
      chats: [group],
      addGroupUrl,
      claims: [],
      complaint: null,
      again: null,
    },
    {
      draft: full,
      linked: { chatId, title },
      chats: many.map(() => chat),
      addGroupUrl,
      claims: many,
      complaint: text,
      again: chatId,
    },
  ];
  return {
    set_up_offered: [1, 20].map((count) => ({
      type: 'set_up_offered',
      titles: Array.from({ length: count }, () => title),
    })),
    groups_not_sold: [
      { type: 'groups_not_sold', addUrl },
      { type: 'groups_not_sold', addUrl: addGroupUrl, because: 'not_administrator', title },
      { type: 'groups_not_sold', addUrl: addGroupUrl, because: 'basic_group', title },
      { type: 'groups_not_sold' },
    ],
    pick_chat: [
      { type: 'pick_chat', kind: 'private', requestId: 2 ** 31 - 1 },
      { type: 'pick_chat', kind: 'private', picks: 'supergroup', requestId: 2 },
      { type: 'pick_chat', kind: 'public', requestId: 1 },
      { type: 'pick_chat', kind: 'private', picks: 'supergroup', requestId: 1 },
    ],
    picker_closed: [{ type: 'picker_closed', title }, { type: 'picker_closed' }],
    set_up_closed: [
      ...[[], many].map((claims) => ({ type: 'set_up_closed', userId: 2 ** 52, claims }) as const),
      { type: 'set_up_closed', claims: [] },
    ],
    claim_asked: [null, 'n'.repeat(32)].map((username) => ({
      type: 'claim_asked',
      ...sold,
      owner: { userId: 2 ** 52, username },
    })),
    set_up: SET_UP_STEPS.flatMap((step) =>
      pages.map((page) => ({ type: 'set_up', step, addUrl, ...page }) as const),
    ),
  };
}
