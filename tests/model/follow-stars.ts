import { compareBalance } from '../../shared/services/stars/compare-balance';
import { silentLogger } from '../../shared/logger';
import type { StarLedgerApi } from '../../shared/telegram/star-ledger';
import type { BuyerRun } from './buyer-run';
import type { Model } from './start-model';

/** What our functions know of a charge. */
interface KnownCharge {
  readonly chargeId: string;
  readonly paymentId: string;
  readonly isJudged: boolean;
  readonly isRefunded: boolean;
}

const readCharges = ({ world }: Model, chargeIds: readonly string[]): Promise<KnownCharge[]> =>
  world.database<KnownCharge[]>`
    select charge_id as "chargeId", payment_id as "paymentId", p.payment_id is not null as "isJudged",
      coalesce(p.standing = 'refunded', false) as "isRefunded"
    from star_charges left join payments p using (payment_id) where charge_id = any(${[...chargeIds]})`;

/** Notes what Telegram did with Stars since the last look, and what our functions know about it. */
export async function followStars(model: Model, runs: readonly BuyerRun[]): Promise<void> {
  const charges = runs.flatMap(({ unseen, ledger }) => [...unseen, ...ledger.charges()]);
  const read = await readCharges(
    model,
    charges.map(({ chargeId }) => chargeId),
  );
  const known = new Map(read.map((each) => [each.chargeId, each]));
  const sentBack = new Set(
    model.world.telegram.stars
      .payments()
      .filter(({ isRefunded }) => isRefunded)
      .map(({ chargeId }) => chargeId),
  );
  for (const run of runs) {
    for (const charge of run.unseen) {
      const { paymentId, isJudged = false } = known.get(charge.chargeId) ?? {};
      if (!isJudged) continue;
      run.ledger.recordCharge({ ...charge, paymentId: Number(paymentId) }, run.buyer.id);
      run.ledger.acknowledge({ payment_id: Number(paymentId), payment_status: 'finished' });
    }
    run.unseen = run.unseen.filter(({ chargeId }) => known.get(chargeId)?.isJudged !== true);
    for (const charge of run.ledger.charges()) {
      if (!sentBack.has(charge.chargeId)) continue;
      if (charge.status !== 'refunded')
        run.ledger.recordCharge({ ...charge, status: 'refunded' }, run.buyer.id);
      if (known.get(charge.chargeId)?.isRefunded === true)
        run.ledger.acknowledge({ payment_id: charge.paymentId, payment_status: 'refunded' });
    }
  }
}

/** Telegram's list and balance, past the faults that were injected into the Bot API. */
const listOf = ({ world }: Model): StarLedgerApi =>
  ({
    getStarTransactions: async ({ offset = 0, limit = 100 } = {}) => ({
      transactions: world.telegram.stars.transactions().slice(offset, offset + limit),
    }),
    getMyStarBalance: async () => ({ amount: world.telegram.stars.balance() }),
  }) as unknown as StarLedgerApi;

/** Our copy of the list adds up to the balance, but for what stores took back; that is the difference that we tell the operator. */
export async function* checkBalance(model: Model): AsyncGenerator<string> {
  const { world, chargedBack } = model;
  const { stars } = world.telegram;
  const compared = await compareBalance({
    ...{ database: world.product, log: silentLogger },
    api: listOf(model),
  });
  const [row] = await world.database<{ sum: number; rows: number; told: number }[]>`
    select coalesce(sum(case when is_incoming then stars else -stars end), 0)::int as sum, count(*)::int as rows,
      (select told_stars::int from star_ledger) as told
    from star_transactions`;
  if (compared === undefined || row === undefined) {
    yield '18: nothing can be said about the balance, although no Stars come';
    return;
  }
  if (row.rows !== stars.transactions().length)
    yield `18: ${row.rows} of ${stars.transactions().length} rows were copied`;
  if (row.sum - chargedBack.stars !== stars.balance())
    yield `18: the list says ${row.sum}, the balance is ${stars.balance()}, and stores took ${chargedBack.stars}`;
  if (compared.size !== chargedBack.stars || row.told !== chargedBack.stars)
    yield `18: ${compared.size} Stars are said to be missing, ${row.told} were told, and stores took ${chargedBack.stars}`;
}

/** Every row of the list that is not quite new is about something that our functions know. */
export async function* checkMatched({ world }: Model): AsyncGenerator<string> {
  const rows = await world.database<{ id: string; isIncoming: boolean }[]>`
    select transaction_id as id, is_incoming as "isIncoming" from star_transactions
    where matched_at is null and copied_at < app_now() - interval '10 minutes'`;
  for (const { id, isIncoming } of rows)
    yield `18: the ${isIncoming ? 'payment' : 'refund'} ${id} is not taken in`;
}
