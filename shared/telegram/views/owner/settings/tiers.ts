import { MAX_TIERS } from '../../../../domain/owner/set-up';
import { formatUsd } from '../../../../domain/common/money';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import { formatDays, shortTierName } from '../../words';
import { noteLine, ownButton } from '../menu';

export const channelTiersView = (message: MessageOf<'channel_tiers'>): View => ({
  text: lines(
    ...noteLine(message.note),
    html`💎 <b>Tiers of ${shortTitle(message.title)}</b>`,
    '',
    message.tiers.length === 0 ? html`None: it takes donations only.` : html`Press one to change it.`,
  ),
  ...keyboardOf(
    ...message.tiers.map(({ position, name, priceCents, days }) =>
      ownButton(message, `💎 ${shortTierName(name, 24)} – ${formatUsd(priceCents)} / ${formatDays(days)}`, [
        'tier',
        position,
      ]),
    ),
    message.tiers.length < MAX_TIERS ? ownButton(message, '➕ Add a tier', ['edit', 'tier_name']) : [],
    ownButton(message, '« Back', ['settings']),
  ),
});

export const channelTierView = (message: MessageOf<'channel_tier'>): View => {
  const { position, name, priceCents, days } = message.tier;
  return {
    text: lines(
      html`💎 <b>${shortTierName(name)}</b>, a tier of ${shortTitle(message.title)}`,
      '',
      html`${formatUsd(priceCents)} for ${formatDays(days)}.`,
      html`A change is for who buys from now on; open orders keep what they were promised.`,
    ),
    ...keyboardOf(
      ownButton(message, '✏️ Name', ['edit-tier', `${position}_tier_name`]),
      ownButton(message, '✏️ Price', ['edit-tier', `${position}_tier_price`]),
      ownButton(message, '✏️ Days', ['edit-tier', `${position}_tier_days`]),
      ownButton(message, '🗑 Take it out', ['drop-tier', position]),
      ownButton(message, '« Back', ['tiers']),
    ),
  };
};
