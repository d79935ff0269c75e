import type { EffectOf } from '../../shared/domain/effects';
import type { RenewalState } from '../../shared/domain/stars/renewal';
import { silentLogger } from '../../shared/logger';
import { checkRenewal, endRenewal } from '../../shared/services/stars/end-renewal';
import { reviewRenewals } from '../../shared/services/stars/keep-one-renewal';
import { takeCharge } from '../../shared/services/stars/take-charge';
import type { Api } from '../../shared/telegram/api';
import { attemptOf } from '../support/attempt';
import { BUYER_ID } from '../support/order';
import { addStarInvoice, renewalFor } from '../support/stars';
import { addTierOrder } from '../support/subscription';
import type { TestDatabase } from '../support/test-database';
import { personWith } from './owner';

type Call = Api['editUserStarSubscription'];
type Told = EffectOf<'check_renewal' | 'end_renewal' | 'review_renewals'>;

const accepting: Call = async () => true;

/** What is promised about renewals and due. */
const KINDS = ['check_renewal', 'end_renewal', 'review_renewals'];

/** Buyers whose subscriptions in Stars begin, and what follows from them. */
export function renewalsIn(test: Pick<TestDatabase, 'database'>) {
  let updateId = 1000;

  /** A subscription whose first payment has come, for a tier. */
  async function begin(change: Partial<Parameters<typeof takeCharge>[1]> = {}, tier = {}) {
    const { userId = BUYER_ID } = change;
    const payload = await addStarInvoice(
      test.database,
      await addTierOrder(test.database, { userId, ...tier }),
      {
        renews: true,
      },
    );
    const first = renewalFor(payload, 0, change);
    await takeCharge({ database: test.database, log: silentLogger }, first);
    return { payload, first };
  }

  const performOne = async (effect: Told, key: string, editUserStarSubscription: Call) => {
    const deps = { database: test.database, api: { editUserStarSubscription } };
    const attempt = attemptOf(key);
    if (effect.kind === 'check_renewal') return checkRenewal(deps, effect, attempt);
    if (effect.kind === 'review_renewals') return reviewRenewals(deps, effect, attempt);
    return endRenewal(deps, effect, attempt);
  };

  /** Performs what is promised about renewals, with Telegram's answer to a call, and returns the calls. */
  async function perform(call = accepting) {
    const calls: Parameters<Call>[] = [];
    const outcomes: string[] = [];
    const seen: number[] = [];
    for (;;) {
      const [entry] = await test.database.query(
        (sql) => sql<{ id: number; kind: string; key: string; payload: object }[]>`
          select outbox_id as id, kind, idempotency_key as key, payload from outbox
          where kind in ${sql(KINDS)} and delivered_at is null and failed_at is null
            and outbox_id not in (select value::bigint from jsonb_array_elements_text(${sql.json(seen)}))
          order by outbox_id limit 1`,
      );
      if (entry === undefined) return { calls, outcomes };
      seen.push(entry.id);
      const effect = { ...entry.payload, kind: entry.kind } as Told;
      const outcome = await performOne(effect, entry.key, (...of) => {
        calls.push(of);
        return call(...of);
      });
      outcomes.push(outcome.type);
      if (outcome.type === 'done' || outcome.type === 'failed')
        await test.database.query(
          (sql) => sql`update outbox set delivered_at = app_now() where outbox_id = ${entry.id}`,
        );
    }
  }

  /** What a user was told about renewals: the news, or the type of the message. */
  const said = (chatId: number) =>
    test.database
      .query(
        (sql) => sql<{ news: string }[]>`
          select coalesce(payload #>> '{message,news}', payload #>> '{message,type}') as news from outbox
          where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${chatId}
            and payload #>> '{message,type}' like 'renewal%' order by outbox_id`,
      )
      .then((rows) => rows.map(({ news }) => news));

  /** What is stored of each subscription, oldest first. */
  const stored = () =>
    test.database
      .query(
        (sql) => sql<{ state: string; endedBy: string | null }[]>`
          select s.state, s.ended_by as "endedBy" from star_subscriptions s join star_invoices using (payload) order by created_at`,
      )
      .then((rows) => [...rows]);

  /** What Telegram says about a subscription. */
  const report = (payload: string, state: RenewalState, userId = BUYER_ID, id = (updateId += 1)) =>
    personWith(test, userId).send(
      { subscription: { user: { id: userId }, invoice_payload: payload, state } },
      id,
    );

  return { begin, perform, said, stored, report };
}
