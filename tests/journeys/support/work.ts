import { signFor } from '../../../shared/security/purpose-keys';
import { FACT_DEADLINE_MS } from '../../support/deadlines';
import { call, json } from './call';
import { eventually } from './eventually';
import type { Donor, World } from '../../worlds/journey';

export const ordersOf = ({ database }: World, { id }: Donor) =>
  database<{ reference: string; state: string; amount_cents: number; payment_id: string | null }[]>`
    select reference, state, amount_cents, payment_id from orders where user_id = ${id} order by created_at`;

/** The promises that are due within so many seconds and not kept yet. */
export async function leftToDo({ database }: World, withinSeconds = 61): Promise<string[]> {
  const rows = await database<{ left: string }[]>`
    select kind || ': ' || coalesce(last_error, '') as left from outbox
    where delivered_at is null and failed_at is null and kind not in ('expire_keypad', 'reconcile_order')
      and due_at <= app_now() + ${withinSeconds}::int * interval '1 second'`;
  return rows.map(({ left }) => left);
}

/** Calls the worker until every promise is kept that is due within so many seconds. */
export const quiet = (world: World, { withinSeconds = 61 } = {}): Promise<true> =>
  eventually(
    async () => {
      await world.tick();
      const left = await leftToDo(world, withinSeconds);
      if (left.length > 0) throw new Error(`not done yet: ${left.join(', ')}`);
      return true as const;
    },
    { timeoutMs: FACT_DEADLINE_MS + withinSeconds * 1000, everyMs: 50 },
  );

/** Calls a worker as a nudge does. Returns how many entries it says it delivered. */
export async function callWorker(world: World, url: string): Promise<number> {
  const secret = String(world.environment('worker')['WEBHOOK_SIGNING_SECRET']);
  const body = '{"due":true}';
  const answer = await call(url, { body, headers: { ...signFor('worker', secret, body) } });
  return (json(answer) as { delivered: number }).delivered;
}

/**
 * The calls that Telegram refused, including the faults that a test injected. An edit that changes nothing is left out:
 * whether the webhook or the worker edits a message first is open, and the second call is refused although all is well.
 */
export const refusedCalls = ({ telegram }: World) =>
  telegram.calls
    .filter(({ ok, description }) => !ok && description?.includes('message is not modified') !== true)
    .map(({ method, description }) => `${method}: ${description ?? ''}`);

/** The number of answers to each callback query. */
export function answersPerQuery({ telegram }: World): number[] {
  const answers = new Map<unknown, number>();
  for (const { method, payload } of telegram.calls)
    if (method === 'answerCallbackQuery')
      answers.set(payload['callback_query_id'], (answers.get(payload['callback_query_id']) ?? 0) + 1);
  return [...answers.values()];
}
