import { MAX_PRESETS } from '../../../../domain/donations/presets';
import type { MessageOf } from '../../../../domain/messages/messages';
import { lines } from '../../html';
import { joinedBy } from '../../join-words';
import { complaintLine, noteLine, ownButton } from '../menu';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';

/** The page on which an owner sees and types the amounts that donors give with one tap. */
export function donationAmountsView(message: MessageOf<'donation_amounts'>, wording: Wording): View {
  const { presets, leastCents, note, title } = message;
  const isRefused = typeof note === 'object' && note?.answer === 'amounts_unclear';
  const amounts = presets.map((cents) => wording.shortUsd(cents));
  const isHidden = presets.some((cents) => cents < leastCents);
  return {
    text: lines(
      ...(isRefused ? complaintLine(note, wording) : noteLine(note, wording)),
      wording.html('donations-amounts-title', { title: shortTitle(title) }),
      '',
      presets.length === 0
        ? wording.html('donations-amounts-none')
        : wording.html('donations-amounts-now', { amounts: joinedBy('common-facts', amounts, wording) }),
      isHidden ? wording.html('donations-amounts-hidden', { least: wording.usd(leastCents) }) : undefined,
      '',
      wording.html('donations-amounts-ask', { most: MAX_PRESETS }),
    ),
    ...keyboardOf(
      presets.length === 0
        ? []
        : ownButton(message, wording.text('donations-amounts-remove'), ['drop-amounts']),
      message.takesStars === true
        ? ownButton(message, wording.text('starprices-donations-button'), ['donation-stars'])
        : [],
      ownButton(message, wording.text('common-back'), ['settings']),
    ),
  };
}
