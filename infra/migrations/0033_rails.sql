-- A second way for money to come in, see docs/decisions/0036-a-rail-is-a-type.md. Prices in Stars are whole Stars. Null: not sold
-- for Stars.
alter table tiers add column price_stars integer check (price_stars > 0);
-- What donors choose from, in Stars. Null: there are no donations in Stars.
alter table channels add column donation_stars integer[];
-- `price_stars`: fixed when the order was opened. `income_stars`: what came in Stars, as `income_cents` says what came in dollars.
alter table orders
  add column price_stars integer,
  add column income_stars integer;
-- `payer_user_id`: who paid, if the rail says so. `refund_asked_at`: when the owner asked us to send it back, as long as that has
-- neither happened nor been refused. `refund_refused`: why the rail refused, in its own words.
alter table payments
  add column rail text not null default 'nowpayments',
  add column payer_user_id bigint,
  add column refund_asked_at timestamptz,
  add column refund_asked_by bigint,
  add column refund_refused text;
-- The code limits these and `rail`: a check would refuse what is new, or read every row while everybody waits.
alter table payments drop constraint payments_exception_check;
alter table inbox drop constraint inbox_source_check;

-- The messages of a topic that are invoices, and their payloads: an invoice can't be edited, so it is deleted.
alter table living_messages add column invoices jsonb not null default '{}';
-- What a donor may choose from in Stars, as the keypad showed it. `in_stars`: what they chose; null: nothing yet.
alter table keypads add column star_presets jsonb, add column in_stars boolean;
-- Null: the invoice was in crypto.
alter table invoice_refusals add column rail text;

-- What can be paid with Stars. A payload is random; it comes back with each payment, and nobody is shown it.
create table star_invoices (
  payload text primary key check (octet_length(payload) between 16 and 128),
  order_reference text not null references orders,
  price_stars integer not null check (price_stars > 0),
  -- What it stands for, in US cents: the order's whole price.
  price_cents integer not null check (price_cents > 0),
  -- Null: it is paid once.
  period_seconds integer check (period_seconds > 0),
  -- Of one that renews: such an invoice is a link.
  invoice_link text,
  created_at timestamptz not null default app_now()
);
create index star_invoices_by_order on star_invoices (order_reference);

-- What Telegram said about each payment.
create table star_charges (
  charge_id text primary key,
  -- Above every id that NOWPayments may give, below 2^53. An identity, because no login may use a sequence.
  payment_id bigint not null unique generated always as identity (sequence name star_payment_ids start with 8000000000000000),
  user_id bigint not null,
  stars integer not null,
  payload text not null,
  provider_charge_id text,
  -- Null: nobody knows what it is for.
  order_reference text references orders,
  is_recurring boolean not null default false,
  is_first_recurring boolean not null default false,
  -- Until when a subscription is paid, as Telegram says.
  subscription_until timestamptz,
  paid_at timestamptz not null,
  refunded_at timestamptz,
  -- True if it was first seen in Telegram's list, because no update had come.
  is_recovered boolean not null default false
);
create index star_charges_by_order on star_charges (order_reference);
create index star_charges_by_payload on star_charges (payload);

-- Payments that renew by themselves: what was bought, and what Telegram last said about the next one.
create table star_subscriptions (
  payload text primary key references star_invoices,
  user_id bigint not null,
  open_channel_id bigint not null references channels on delete cascade,
  -- The one that edits it.
  first_charge_id text not null,
  paid_until timestamptz not null,
  state text not null default 'active' check (state in ('active', 'canceled', 'failed')),
  state_at timestamptz not null default app_now(),
  -- Set when we ended it; then the user can't resume it.
  ended_by text check (ended_by in ('buyer', 'owner', 'bot')),
  ended_at timestamptz
);
create index star_subscriptions_of_user on star_subscriptions (user_id, open_channel_id);

-- A copy of Telegram's own list.
create table star_transactions (
  position bigint primary key generated always as identity,
  transaction_id text not null,
  is_incoming boolean not null,
  stars integer not null,
  nanostars integer not null default 0,
  -- What the user paid: more than came in if an affiliate got a part of it.
  paid_stars integer not null,
  -- The kind of the partner, and of the transaction if it is a user.
  partner text not null,
  transaction_type text,
  user_id bigint,
  payload text,
  at timestamptz not null,
  copied_at timestamptz not null default app_now(),
  -- When what it says was found in our own tables. Null: it is not there yet.
  matched_at timestamptz,
  -- A refund has the id of its payment.
  unique (transaction_id, is_incoming)
);
create index star_transactions_unmatched on star_transactions (position) where matched_at is null;
-- One row: how much of the list is copied, and what the balance was when it was last compared.
create table star_ledger (
  is_only boolean primary key default true check (is_only),
  -- How many rows of the list are behind us.
  taken bigint not null default 0,
  -- When the end of the list was last reached, or first looked for. Null: Stars are off.
  read_at timestamptz,
  balance_stars bigint,
  balance_nanostars integer,
  -- What the list says beyond the balance.
  difference_stars bigint not null default 0,
  difference_nanostars integer not null default 0,
  compared_at timestamptz,
  -- The difference that the operator was told about.
  told_stars bigint not null default 0
);
insert into star_ledger default values;

-- concurrently: builds the index below before the rest, while the product writes. It is of any rail. The previous release reads
-- the one of its own source.
create index concurrently inbox_unmatched on inbox (received_at) where outcome = 'orphan';
