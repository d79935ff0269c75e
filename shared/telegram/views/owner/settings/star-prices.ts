import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../../domain/messages/messages';
import { MAX_STAR_PRESETS, MOST_STARS } from '../../../../domain/stars/star-prices';
import { isolateBidi, lines, truncate } from '../../html';
import { joinedBy } from '../../join-words';
import { keyboardOf, MAX_TIER_NAME, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { complaintLine, noteLine, ownButton } from '../menu';
import { starsWorthLine, starSuggestions } from '../star-words';

/** The note above a page that also asks: marked as a complaint if the typed text was refused. */
const noteAbove = ({ note }: Pick<MessageOf<'tier_stars'>, 'note'>, wording: Wording) =>
  typeof note === 'object' && (note?.answer === 'not_stars' || note?.answer === 'star_presets_unclear')
    ? complaintLine(note, wording)
    : noteLine(note, wording);

/** The page on which an owner types what a tier costs in Stars, or takes a suggestion. */
export function tierStarsView(message: MessageOf<'tier_stars'>, wording: Wording): View {
  const { position, name, priceCents, priceStars } = message.tier;
  const { texts, buttons } = starSuggestions(priceCents, wording);
  return {
    text: lines(
      ...noteAbove(message, wording),
      wording.html('starprices-tier-title', {
        tier: isolateBidi(truncate(name, MAX_TIER_NAME)),
        title: shortTitle(message.title),
        price: wording.usd(priceCents),
      }),
      priceStars == null ? wording.html('starprices-none') : starsWorthLine(priceStars, wording),
      '',
      ...texts,
      '',
      wording.html('starprices-ask', { most: wording.stars(MOST_STARS) }),
      wording.html('starprices-whose'),
    ),
    ...keyboardOf(
      buttons.flatMap(([label, stars]) => ownButton(message, label, ['set-stars', `${position}_${stars}`])),
      priceStars == null
        ? []
        : ownButton(message, wording.text('starprices-remove'), ['set-stars', `${position}_none`]),
      ownButton(message, wording.text('common-back'), ['tier', position]),
    ),
  };
}

/** The page on which an owner switches donations in Stars on or off, and types what donors choose from. */
export function donationStarsView(message: MessageOf<'donation_stars'>, wording: Wording): View {
  const { stars, title } = message;
  const amounts = (stars ?? []).map((each) => wording.stars(each));
  const onOrOff: InlineKeyboardButton[] =
    stars === null
      ? ownButton(message, wording.text('starprices-donations-on'), ['set-donation-stars', 'usual'])
      : ownButton(message, wording.text('starprices-donations-off'), ['set-donation-stars', 'off']);
  return {
    text: lines(
      ...noteAbove(message, wording),
      wording.html('starprices-donations-title', { title: shortTitle(title) }),
      '',
      stars === null
        ? wording.html('starprices-donations-none')
        : wording.html('donations-amounts-now', { amounts: joinedBy('common-facts', amounts, wording) }),
      '',
      wording.html('starprices-donations-ask', { most: MAX_STAR_PRESETS, max: wording.stars(MOST_STARS) }),
      wording.html('starprices-whose'),
    ),
    ...keyboardOf(onOrOff, ownButton(message, wording.text('common-back'), ['amounts'])),
  };
}
