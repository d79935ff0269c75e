import type { Database } from '../connection/pool';

/** The most rows that a statement deletes from a table, so that it never holds up the database. */
const AT_ONCE = 1_000;

/** After this long, the rest is left for the next run. */
const BUDGET_MS = 5_000;

/** Runs one statement, and returns how many rows it deleted from each table. */
async function purgeRound(database: Database): Promise<readonly number[]> {
  const [removed] = await database.query(
    (sql) => sql<Record<string, number>[]>`
      with deliveries as (
        delete from inbox where (source, delivery_id) in (
          select source, delivery_id from inbox
          where source in ('telegram', 'notification') and outcome is distinct from 'parked' and order_reference is null
            and received_at < app_now() - interval '2 days'
            and (outcome is distinct from 'unreadable' or received_at < app_now() - interval '90 days')
          limit ${AT_ONCE}) returning 1),
      messages as (
        delete from outbox where outbox_id in (
          select outbox_id from outbox where delivered_at < app_now() - interval '30 days'
            and (order_reference is null or kind not in ('send_message', 'case_step')) limit ${AT_ONCE}) returning 1),
      given_up as (
        delete from outbox where outbox_id in (
          select outbox_id from outbox where failed_at < app_now() - interval '90 days' and order_reference is null
          limit ${AT_ONCE}) returning 1),
      buckets as (
        delete from rate_limits where key in (
          select key from rate_limits where updated_at < app_now() - interval '1 day' limit ${AT_ONCE}) returning 1),
      old_posts as (
        delete from posts where (open_channel_id, post, occasion) in (
          select open_channel_id, post, occasion from posts where begun_at < app_now() - interval '60 days'
            and (posted_at is null or removed_at is not null) limit ${AT_ONCE}) returning 1),
      unused_keypads as (
        delete from keypads where keypad_id in (
          select keypad_id from keypads
          where closed_at < app_now() - interval '7 days' and order_reference is null limit ${AT_ONCE}) returning 1),
      unconfirmed as (
        delete from rulings where ruling_id in (
          select ruling_id from rulings
          where confirmed_at is null and created_at < app_now() - interval '7 days' limit ${AT_ONCE}) returning 1),
      forgotten_lists as (
        delete from takeovers where takeover_id in (
          select takeover_id from takeovers
          where state in ('staging', 'compared') and started_at < app_now() - interval '7 days' limit 1) returning 1),
      old_lines as (
        delete from takeover_lines where (takeover_id, line) in (
          select takeover_id, line from takeover_lines join takeovers using (takeover_id)
          where (outcome is not null or state = 'undone') and finished_at < app_now() - interval '90 days'
            or outcome is null and user_id is null and (until < app_now() or confirmed_at < app_now() - interval '1 year')
          limit ${AT_ONCE}) returning 1),
      old_living as (
        delete from living_messages where topic in (
          select topic from living_messages where changed_at < app_now() - interval '90 days'
          limit ${AT_ONCE}) returning 1),
      refusals as (
        delete from invoice_refusals where refusal_id in (
          select refusal_id from invoice_refusals where refused_at < app_now() - interval '30 days'
          limit ${AT_ONCE}) returning 1),
      -- Ended long ago: nothing is attempted for longer. Their writers were told.
      forgotten as (
        update support_messages set text = null where relay_id in (
          select relay_id from support_messages where text is not null and created_at < app_now() - interval '3 days'
          limit ${AT_ONCE}) returning 1),
      old_messages as (
        delete from support_messages where relay_id in (
          select relay_id from support_messages where created_at < app_now() - interval '90 days'
          limit ${AT_ONCE}) returning 1),
      old_talks as (
        delete from support_talks where (open_channel_id, user_id) in (
          select open_channel_id, user_id from support_talks t
          where owner_blocked_by is null and buyer_blocked_at is null and changed_at < app_now() - interval '90 days'
          limit ${AT_ONCE}) and changed_at < app_now() - interval '90 days' returning 1),
      old_sums as (
        delete from figure_sums where ctid = any(array(
          select ctid from figure_sums where quarter < app_now() - interval '60 days' limit ${AT_ONCE})) returning 1),
      -- So that figures know what they have to count from the rows, even if this clock is ahead.
      dropped as (
        update figure_progress set dropped_before = greatest(dropped_before, app_now() - interval '60 days')
        where exists (select from old_sums)),
      old_days as (
        delete from figure_days where ctid = any(array(
          select ctid from figure_days where day < app_now() - interval '60 days' limit ${AT_ONCE})) returning 1)
      select (select count(*)::int from deliveries) as deliveries, (select count(*)::int from messages) as messages,
        (select count(*)::int from buckets) as buckets, (select count(*)::int from unused_keypads) as keypads,
        (select count(*)::int from old_posts) as posts, (select count(*)::int from unconfirmed) as unconfirmed,
        (select count(*)::int from refusals) as refusals, (select count(*)::int from given_up) as given_up,
        (select count(*)::int from old_messages) as old_messages, (select count(*)::int from old_talks) as old_talks,
        (select count(*)::int from old_lines) as old_lines,
        (select count(*)::int from old_living) as old_living, (select count(*)::int from old_sums) as old_sums,
        (select count(*)::int from old_days) as old_days`,
  );
  return Object.values(removed ?? {});
}

/**
 * Deletes what is no longer needed: deliveries after two days, because Telegram or a caller could repeat them until
 * then, keypads without an order, unconfirmed rulings and lists of members that nobody said yes to after seven, sent messages and refused invoices after thirty,
 * removed posts and the sums of figures after sixty, failed promises without an order, unreadable updates, the routes of messages between buyers
 * and owners (a block stays until it is lifted), which message shows an order, the ruled lines of lists and all lines of undone ones after ninety; a
 * line that waits for somebody when its time has passed, and after a year. Never deletes orders,
 * their payments, their stories or the steps of their cases, because a forgotten step would be promised again. Runs
 * statement by statement until nothing is left or the budget is used up, and returns how many rows it deleted.
 */
export async function purgeOld(
  database: Database,
  {
    budgetMs = BUDGET_MS,
    now = performance.now.bind(performance),
  }: { budgetMs?: number; now?: () => number } = {},
): Promise<number> {
  const deadline = now() + budgetMs;
  let total = 0;
  let removed: readonly number[];
  do {
    removed = await purgeRound(database);
    total += removed.reduce((sum, count) => sum + count, 0);
  } while (removed.some((count) => count >= AT_ONCE) && now() < deadline);
  return total;
}
