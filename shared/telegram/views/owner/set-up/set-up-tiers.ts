import {
  MAX_TIERS,
  OFFERED_DAYS_OF_TIER,
  SUGGESTED_TIERS,
  type SuggestedTier,
} from '../../../../domain/owner/set-up';
import type { Cents } from '../../../../domain/common/ids';
import { MOST_STARS } from '../../../../domain/stars/star-prices';
import { isolateBidi, truncate } from '../../html';
import { MAX_TIER_NAME } from '../../view';
import type { Wording } from '../../wording';
import { tierPrices, starSuggestions } from '../star-words';
import { choice, type SetUp, type SetUpPage } from './set-up-page';

const MAX_NAME_ON_BUTTON = 24;
const OFFERED_DOLLARS = [15, 30, 50, 100];

const shortName = (name: string, length = MAX_TIER_NAME): string => isolateBidi(truncate(name, length));

export const setUpTiersPage: SetUpPage = (message, wording) => {
  const { tiers } = message.draft;
  return {
    text: [
      wording.html('setup-tiers'),
      tiers.length === 0
        ? wording.html('setup-tiers-first', { max: MAX_TIERS })
        : wording.html('setup-tiers-remove'),
    ],
    rows: [
      ...tiers.map(({ name, days, ...prices }, index) => {
        const label = wording.text('setup-tier-remove', {
          tier: shortName(name, MAX_NAME_ON_BUTTON),
          price: tierPrices(prices, wording),
          duration: wording.days(days),
        });
        return choice(message, label, `drop${index + 1}of${tiers.length}`);
      }),
      tiers.length < MAX_TIERS ? choice(message, wording.text('setup-tier-add'), 'add') : [],
      choice(message, wording.text(tiers.length === 0 ? 'setup-donations-only' : 'setup-tiers-done'), 'done'),
    ],
  };
};

const SUGGESTED_NAMES = {
  basic: 'setup-tier-basic',
  gold: 'setup-tier-gold',
  vip: 'setup-tier-vip',
} as const satisfies Record<SuggestedTier, string>;

/** The name that a button of the set-up suggests for a tier. */
export const suggestedTierName = (tier: SuggestedTier, wording: Wording): string =>
  wording.text(SUGGESTED_NAMES[tier]);

export const tierNamePage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-tier-name')],
  rows: [SUGGESTED_TIERS.flatMap((tier) => choice(message, suggestedTierName(tier, wording), tier))],
});

/** The name of the tier that is being added. */
const newTier = ({ draft }: SetUp): string => shortName(draft.tier.name ?? '');

export const tierPricePage: SetUpPage = (message, wording) => ({
  text: [
    wording.html('setup-tier-price', {
      tier: newTier(message),
      least: wording.least(message.leastCents ?? null),
    }),
  ],
  rows: [
    OFFERED_DOLLARS.flatMap((dollars) =>
      choice(message, wording.shortUsd((dollars * 100) as Cents), dollars),
    ),
  ],
});

/** Asks what the tier costs in Stars beside dollars. */
export const setUpStarsPage: SetUpPage = (message, wording) => {
  const { texts, buttons } = starSuggestions(message.draft.tier.priceCents ?? (0 as Cents), wording);
  return {
    text: [
      wording.html('starprices-set-up', { tier: newTier(message), most: wording.stars(MOST_STARS) }),
      ...texts,
      wording.html('starprices-whose'),
    ],
    rows: [
      buttons.flatMap(([label, stars]) => choice(message, label, stars)),
      choice(message, wording.text('starprices-set-up-none'), 'none'),
    ],
  };
};

export const tierDaysPage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-tier-days', { tier: newTier(message) })],
  rows: [
    OFFERED_DAYS_OF_TIER.flatMap((days) => choice(message, wording.days(days), days)),
    choice(message, wording.text('common-for-ever-button'), 'forever'),
  ],
});
