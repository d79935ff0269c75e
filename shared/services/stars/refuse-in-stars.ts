import { promiseAlone } from '../../database/common/outbox';
import { recordRefusal, tellOwnersOfRefusals } from '../../database/payments/invoice-refusals';
import type { OrderInStars } from '../../database/stars/star-invoices';
import { orderTopic } from '../../domain/common/living-message';
import type { Cents } from '../../domain/common/ids';
import { MONEY_EXPIRES_SECONDS, type EffectOf, type Promised } from '../../domain/effects';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import { waysToPay, type WayToPay } from '../../domain/payments/invoices/ways-to-pay';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { DONE, type Attempt, type Outcome } from '../common/outcome';
import type { LivingDependencies } from '../common/show-living';

export interface StarInvoiceDependencies extends LivingDependencies {
  readonly api: LivingDependencies['api'] & Pick<Api, 'createInvoiceLink'>;
  readonly starsFor: AllowedOwners;
  readonly log: Logger;
}

export type InvoiceOnRail = EffectOf<'invoice_on_rail'>;
export type Told = Pick<Attempt, 'key'>;

const wayOf = ({ renews }: InvoiceOnRail): WayToPay => (renews ? 'renew' : 'once');

/** The ways to pay an order beside the one that is asked for. */
export function waysBeside({ now, ...order }: OrderInStars, effect: InvoiceOnRail): readonly WayToPay[] {
  const { amountCents, priceStars, item } = order;
  const isDonation = item.kind === 'donation';
  const priced = {
    amountCents,
    receivedCents: 0 as Cents,
    priceStars,
    paidIn: isDonation ? 'xtr' : null,
  } as const;
  const ways = waysToPay({ ...priced, days: isDonation ? null : item.days }, now);
  return ways.filter((way) => way !== wayOf(effect));
}

/** Promises to tell the buyer that Telegram makes no invoice, and what works instead. */
export const starRefusal = (order: OrderInStars, effect: InvoiceOnRail, { key }: Told): Promised => {
  const { reference, title, item, amountCents, openChannelId, priceStars, userId } = order;
  const ways = waysBeside(order, effect).filter((way) => way === 'crypto');
  return {
    effect: {
      kind: 'send_message',
      chatId: userId,
      message: {
        type: 'stars_refused',
        reference,
        title,
        item,
        amountCents,
        openChannelId,
        priceStars,
        way: wayOf(effect),
        ways,
      },
      living: { topic: orderTopic(reference), as: 'edit' },
    },
    key: `${key}:stars_refused`,
    expiresInSeconds: MONEY_EXPIRES_SECONDS,
    reference,
  };
};

/** Records that Telegram makes no invoice, tells the owners if that happens often, then the buyer. */
export async function refuseInStars(
  { database, log }: StarInvoiceDependencies,
  order: OrderInStars,
  { effect, attempt, reason }: { effect: InvoiceOnRail; attempt: Told; reason: string },
): Promise<Outcome> {
  const { reference, amountCents } = order;
  log.error('invoice.failed', { reference, detail: reason });
  await recordRefusal(database, { reference, status: 400, code: reason, amountCents, rail: effect.rail });
  await tellOwnersOfRefusals(database, effect.rail);
  await promiseAlone(database, [starRefusal(order, effect, attempt)]);
  return DONE;
}
