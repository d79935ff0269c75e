import type { Cents } from '../common/ids';
import {
  buyersCost,
  isStarPrice,
  MOST_STARS,
  ownersShare,
  readStarPresets,
  suggestedStars,
  typedStars,
  USUAL_STAR_PRESETS,
} from './star-prices';

it('suggests the Stars by which an owner gets the price, and those by which a buyer pays it', () => {
  expect(suggestedStars(500 as Cents)).toEqual({ forOwner: 385, forBuyer: 251 });
  expect([ownersShare(385), buyersCost(385), ownersShare(251)]).toEqual([500, 766, 326]);
});

it('never suggests Stars by which the owner gets less, or the buyer pays more, than was meant', () => {
  for (let cents = 2; cents < 13_000; cents += 7) {
    const { forOwner, forBuyer } = suggestedStars(cents as Cents);
    expect(ownersShare(Number(forOwner))).toBeGreaterThanOrEqual(cents);
    expect(buyersCost(Number(forBuyer))).toBeLessThanOrEqual(cents);
  }
});

it.each([
  [13_000, 10_000, 6532],
  [13_001, null, 6533],
  [19_902, null, null],
  [1, 1, 1],
])('suggests nothing for %d cents that no invoice may ask for', (cents, forOwner, forBuyer) => {
  expect(suggestedStars(cents as Cents)).toEqual({ forOwner, forBuyer });
});

it.each([
  ['385', 385],
  [' ⭐ 385', 385],
  ['⭐️385', 385],
  ['385 Stars', 385],
  ['1 star', 1],
  ['385 XTR', 385],
  ['۳۸۵', 385],
  ['10000', MOST_STARS],
])('reads %j as whole Stars', (typed, stars) => {
  expect(typedStars(typed)).toBe(stars);
});

it.each(['', '0', '10001', '3.5', '-5', '1,000', '$5', '5 days', '⭐'])(
  'reads %j as no price in Stars',
  (typed) => {
    expect(typedStars(typed)).toBeUndefined();
  },
);

it('reads what donors may choose from in ascending order, each once', () => {
  expect(readStarPresets('500, 50 ⭐ 100; 50')).toEqual([50, 100, 500]);
});

it.each(['', '50 x', '0 50', '50 10001', '1 2 3 4 5 6 7'])('reads %j as nothing to choose from', (typed) => {
  expect(readStarPresets(typed)).toBeUndefined();
});

it('offers donors what any invoice may ask for', () => {
  expect(USUAL_STAR_PRESETS.every(isStarPrice)).toBe(true);
  expect(readStarPresets(USUAL_STAR_PRESETS.join(' '))).toEqual(USUAL_STAR_PRESETS);
});
