-- The least amount that each coin can pay, as NOWPayments last answered. Only the worker asks, ahead of need, so that nobody
-- waits for these questions and none of them takes the place of an invoice.
create table minimums (
  coin text primary key check (length(coin) between 1 and 50),
  -- Switched on in the merchant's account, as of the last list. A coin that is switched off keeps its row.
  is_on boolean not null,
  -- The last answer in US cents, rounded up, and its time. Null: not answered yet.
  cents bigint check (cents > 0),
  answered_at timestamptz,
  -- The lowest answer ever.
  least_cents bigint check (least_cents > 0),
  -- When its minimum is asked for next.
  ask_at timestamptz not null default app_now(),
  check ((cents is null) = (answered_at is null) and (cents is null) = (least_cents is null))
);

-- The list of these coins, and the pace of all questions about them. Its one row is locked for each question, so that all
-- instances together ask one at a time.
create table coin_list (
  is_only boolean primary key default true check (is_only),
  -- When the list was answered; null: never.
  listed_at timestamptz,
  ask_at timestamptz not null default app_now(),
  -- When the last question was asked, and when the next one may be.
  asked_at timestamptz,
  next_question_at timestamptz not null default app_now(),
  -- The start of the day for which owners were last told that no coin is switched on.
  off_since timestamptz
);
insert into coin_list default values;

-- Finds the invoices of the last second, because the questions about minimums give way to invoices.
create index invoices_latest on invoices (created_at);

-- A child may come before its parent: it is found again when its parent becomes known.
create index payments_waiting on payments (parent_payment_id) where standing = 'orphan';
-- Finds the payments that were on their way when this release came, so that they get a clock.
create index payments_under_way on payments (updated_at)
  where standing = 'pending' and (payment_status <> 'waiting' or actually_paid > 0);
-- For owners' figures: the recent payments that count beside their order or were sent back. Replaces `payments_revised`,
-- which the previous release needs, so the next release drops that one.
create index payments_counted on payments (updated_at) where standing in ('credited', 'refunded');

-- The least amount of a donation when its keypad was last decided. Null: nothing was known, or an earlier release opened it.
-- Comes last, because it blocks readers until the transaction ends.
alter table keypads
  add column least_cents bigint,
  add constraint keypads_least_cents_check check (least_cents > 0) not valid;
