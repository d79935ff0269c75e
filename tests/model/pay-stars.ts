import { randomUUID } from 'node:crypto';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import type { ActionLabel, ActionOf } from './actions';
import { nth, type BuyerRun } from './buyer-run';
import { order as open } from './order';
import { tap } from './send-update';

/** Makes an invoice in Stars for the whole price of an order, as the bot does. The order gets a price in Stars if it has none. */
async function invoiceFor({ model }: BuyerRun, reference: string) {
  const { world } = model;
  const { database, telegram } = world;
  const payload = `s1_${randomUUID()}`;
  const [price] = await database<{ stars: number; priceCents: number }[]>`
    with priced as (
      update orders set price_stars = coalesce(price_stars, ceil(amount_cents / 1.3)) where reference = ${reference}
      returning price_stars, amount_cents)
    insert into star_invoices (payload, order_reference, price_stars, price_cents)
    select ${payload}, ${reference}, price_stars, amount_cents from priced
    returning price_stars as stars, price_cents as "priceCents"`;
  if (price === undefined) return undefined;
  const prices = [{ label: 'Price', amount: price.stars }];
  const response = await fetch(
    `${telegram.url}/bot${String(world.environment('worker')['TELEGRAM_BOT_TOKEN'])}/createInvoiceLink`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Order', description: 'Order', payload, currency: 'XTR', prices }),
    },
  );
  const { result } = (await response.json()) as { result: string };
  return { link: result, ...price };
}

/** Pays an order in Stars, whatever has become of it: it may have changed since our yes, and anybody may pay. */
export async function payStars(
  run: BuyerRun,
  { order, by, told }: ActionOf<'pay_stars'>,
): Promise<ActionLabel> {
  const about = nth([...(run.observed?.orders ?? [])].reverse(), order);
  if (about === undefined) return open(run, 1);
  const { reference, state } = about;
  const invoice = await invoiceFor(run, reference);
  if (invoice === undefined) return undefined;
  const { link, stars, priceCents } = invoice;
  const { telegram } = run.model.world;
  const payer = by === 'buyer' ? run.buyer : run.slot.stranger;
  payer.person.stars.topUp(stars);
  // The update is emitted before anything else can be, so this is about no other payment.
  if (told === 'twice') telegram.stars.repeatNext('successful_payment');
  if (told === 'never') telegram.stars.loseNext('successful_payment');
  const outcome = await payer.person.payStars(link, { isApproved: true });
  if (outcome.state !== 'paid') throw new Error(`the payment was ${JSON.stringify(outcome)}`);
  const { chargeId } = outcome;
  const charge = {
    chargeId,
    reference,
    status: 'finished',
    stars,
    priceCents,
    payerUserId: payer.id,
  } as const;
  run.unseen.push({ ...charge, isTold: told !== 'never' });
  return `pay stars by ${by} for ${state}${told === 'never' ? ', untold' : ''}`;
}

/** Sends the Stars of a payment back. */
export async function refundStars(
  run: BuyerRun,
  { payment, by }: ActionOf<'refund_stars'>,
): Promise<ActionLabel> {
  const { stars } = run.model.world.telegram;
  const kept = run.ledger.charges().filter(({ status }) => status === 'finished');
  const charge = nth(kept, payment);
  if (charge === undefined) return undefined;
  const { chargeId, paymentId } = charge;
  if (by === 'owner')
    await tap(run, run.slot.owner, callbackData.own('refund-now', run.slot.openChannelId, paymentId));
  else if (by === 'store') {
    stars.chargeBack(chargeId);
    run.model.chargedBack.stars += charge.stars;
  } else if (!isRefunded(run, chargeId)) stars.refund(chargeId);
  return `refund stars by ${by}`;
}

const isRefunded = ({ model }: BuyerRun, chargeId: string): boolean =>
  model.world.telegram.stars
    .payments()
    .some((payment) => payment.chargeId === chargeId && payment.isRefunded);
