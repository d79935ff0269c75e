import { areForEver } from '../../../../domain/common/for-ever';
import type { MessageOf } from '../../../../domain/messages/messages';
import type { WorthEffect } from '../../../../domain/messages/owner-lists';
import { callbackData } from '../../../codec/callback-data';
import { html, lines, type Html } from '../../html';
import { orderInWords } from '../../order-wording';
import { coinsInWords } from '../../payments/case-heading';
import { button, keyboardOf, type View } from '../../view';
import type { Wording } from '../../wording';
import { noteLine, ownButton } from '../menu';

const EFFECTS = {
  order: 'cases-worth-order',
  part: 'cases-worth-part',
  days: 'cases-worth-days',
  kept: 'cases-worth-kept',
  gift: 'cases-worth-gift',
  figures: 'cases-worth-figures',
} as const satisfies Record<WorthEffect, string>;

function typedLines(message: MessageOf<'case_worth'>, wording: Wording): readonly Html[] {
  const { typed, item } = message;
  const coins = coinsInWords(message, wording);
  if (typed === null) return [wording.html('cases-worth-ask', { coins })];
  const said = wording.html('cases-worth-typed', { coins, amount: wording.usd(typed.cents) });
  const effect = areForEver(typed.days)
    ? wording.html('cases-worth-for-ever')
    : wording.html(EFFECTS[typed.effect], { count: typed.days, item: item.kind });
  return [html`${said} ${effect}`, wording.html('cases-worth-check')];
}

/** Asks what the coins of a payment were worth, and shows what was typed with its effect. */
export function caseWorthView(message: MessageOf<'case_worth'>, wording: Wording): View {
  const { typed, paymentId } = message;
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('cases-worth-title'),
      '',
      orderInWords(message, wording),
      wording.html('cases-payment', { payment: String(paymentId) }),
      '',
      ...typedLines(message, wording),
    ),
    ...keyboardOf(
      typed === null
        ? []
        : [
            button(
              wording.text('cases-worth-yes', { amount: wording.usd(typed.cents) }),
              callbackData.worth(paymentId, typed),
            ),
          ],
      ownButton(message, wording.text('common-back'), ['case', paymentId]),
    ),
  };
}
