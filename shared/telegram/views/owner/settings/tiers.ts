import { MAX_TIERS } from '../../../../domain/owner/set-up';
import type { MessageOf } from '../../../../domain/messages/messages';
import { durationIn } from '../../access-end';
import { isolateBidi, lines, truncate, type Html } from '../../html';
import { keyboardOf, MAX_TIER_NAME, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { noteLine, ownButton } from '../menu';
import { tierPrices, starsWorthLine } from '../star-words';

const MAX_NAME_ON_BUTTON = 24;
const shortName = (name: string, length: number): string => isolateBidi(truncate(name, length));

export const channelTiersView = (message: MessageOf<'channel_tiers'>, wording: Wording): View => ({
  text: lines(
    ...noteLine(message.note, wording),
    wording.html('settings-tiers-title', { title: shortTitle(message.title) }),
    '',
    wording.html(message.tiers.length === 0 ? 'settings-tiers-none' : 'settings-tiers-choose'),
  ),
  ...keyboardOf(
    ...message.tiers.map(({ position, name, days, ...prices }) => {
      const label = wording.text('settings-tiers-item', {
        tier: shortName(name, MAX_NAME_ON_BUTTON),
        price: tierPrices(prices, wording),
        duration: wording.days(days),
      });
      return ownButton(message, label, ['tier', position]);
    }),
    message.tiers.length < MAX_TIERS
      ? ownButton(message, wording.text('settings-tiers-add'), ['edit', 'tier_name'])
      : [],
    ownButton(message, wording.text('common-back'), ['settings']),
  ),
});

/** What the tier costs in Stars, and whether anybody can pay it. */
const starLines = ({ tier, takesStars }: MessageOf<'channel_tier'>, wording: Wording): readonly Html[] => {
  if (tier.priceStars == null) return [];
  const worth = starsWorthLine(tier.priceStars, wording);
  return takesStars === true ? [worth] : [worth, wording.html('starprices-off')];
};

export const channelTierView = (message: MessageOf<'channel_tier'>, wording: Wording): View => {
  const { position, name, priceCents, days, priceStars } = message.tier;
  // A price that the operator's setting made useless can still be taken away.
  const takesStars = message.takesStars === true || priceStars != null;
  return {
    text: lines(
      wording.html('settings-tier-title', {
        tier: shortName(name, MAX_TIER_NAME),
        title: shortTitle(message.title),
      }),
      '',
      wording.html('settings-tier-price', {
        price: wording.usd(priceCents),
        duration: durationIn(days, wording),
      }),
      ...starLines(message, wording),
      wording.html('settings-tier-note'),
    ),
    ...keyboardOf(
      ownButton(message, wording.text('settings-tier-edit-name'), ['edit-tier', `${position}_tier_name`]),
      ownButton(message, wording.text('settings-tier-edit-price'), ['edit-tier', `${position}_tier_price`]),
      takesStars ? ownButton(message, wording.text('starprices-edit'), ['tier-stars', position]) : [],
      ownButton(message, wording.text('settings-tier-edit-days'), ['edit-tier', `${position}_tier_days`]),
      ownButton(message, wording.text('settings-tier-remove'), ['drop-tier', position]),
      ownButton(message, wording.text('common-back'), ['tiers']),
    ),
  };
};
