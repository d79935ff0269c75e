import { formatUsd } from '../../../../domain/common/money';
import type { MessageOf } from '../../../../domain/messages/messages';
import type { Item } from '../../../../domain/messages/parts';
import type { WorthEffect } from '../../../../domain/messages/owner-lists';
import { callbackData } from '../../../codec/callback-data';
import { html, lines, type Html } from '../../html';
import { button, keyboardOf, type View } from '../../view';
import { cryptoAmount, orderLine, orderWords, plural } from '../../words';
import { noteLine, ownButton } from '../menu';

const EFFECTS: Readonly<Record<WorthEffect, (days: number, item: Item) => string>> = {
  order: () => 'That pays for the order, and the buyer is let in.',
  part: () => 'It counts toward the price of the order.',
  days: (days) => `The buyer gets ${plural(days, 'day')} of access for it.`,
  kept: () => 'It buys no day at the price of this order. It stays with you, and your figures count it.',
  gift: () => 'It counts as a donation, and the donor is thanked.',
  figures: (_, { kind }) =>
    kind === 'donation'
      ? 'Your figures count it, and the donor is thanked for it.'
      : 'Your figures count it, up to the price.',
};

function typedLines({ typed, item }: MessageOf<'case_worth'>, coins: string): readonly Html[] {
  if (typed === null)
    return [
      html`What were ${coins} worth when they came? Type an amount in dollars, like <code>12.50</code>.`,
    ];
  return [
    html`You say that ${coins} were worth <b>${formatUsd(typed.cents)}</b>.
      ${EFFECTS[typed.effect](typed.days, item)}`,
    html`Is that right? You can also type another amount.`,
  ];
}

/** Asks what the coins of a payment were worth, and shows what was typed with its effect. */
export function caseWorthView(message: MessageOf<'case_worth'>): View {
  const { typed, paymentId } = message;
  return {
    text: lines(
      ...noteLine(message.note),
      html`💵 <b>What a payment was worth</b>`,
      '',
      orderWords(message),
      html`<b>Payment:</b> <code>${paymentId}</code>`,
      orderLine(message.reference),
      '',
      ...typedLines(message, cryptoAmount(message) ?? 'the coins'),
    ),
    ...keyboardOf(
      typed === null
        ? []
        : [button(`✅ Yes, ${formatUsd(typed.cents)}`, callbackData.worth(paymentId, typed))],
      ownButton(message, '« Back', ['case', paymentId]),
    ),
  };
}
