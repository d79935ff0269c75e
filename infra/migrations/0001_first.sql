-- The clock is the database's. In production it is now(); the playground and the tests replace this function
-- with one that can be shifted. Nothing decides anything by a process's own clock.
create function app_now() returns timestamptz language sql stable parallel safe as 'select now()';

-- What is sold, and who sells it.
create table channels (
  open_channel_id bigint primary key check (open_channel_id::text ~ '^-100[0-9]{1,13}$'),
  closed_channel_id bigint unique check (closed_channel_id::text ~ '^-100[0-9]{1,13}$'),
  title text not null check (title <> ''),
  description text not null default '',
  owner_user_id bigint not null check (owner_user_id between 1 and 4503599627370496),
  donation_message text not null default '',
  notifications_enabled boolean not null default true,
  notifications_chat_id bigint,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  check (open_channel_id <> closed_channel_id)
);

create table tiers (
  open_channel_id bigint not null references channels on delete cascade,
  position smallint not null check (position between 1 and 10),
  name text not null check (name <> ''),
  price_cents integer not null check (price_cents > 0),
  days integer not null check (days > 0),
  primary key (open_channel_id, position)
);

-- Chats we have spoken with. A private chat's id is its user's id. `unreachable_at` is set when Telegram said for
-- good that nothing can be delivered (blocked, deleted), and cleared by the next sign of life.
create table chats (
  chat_id bigint primary key,
  username text,
  first_name text,
  unreachable_at timestamptz,
  unreachable_reason text,
  updated_at timestamptz not null default app_now()
);

-- An intent to pay, made before its invoice. Price, name and days are a snapshot: a later change of a tier
-- never changes what somebody was promised. `version` is raised by every write, so that a decision made on an
-- older reading writes nothing (read once, decide, write once if nothing has changed since).
create table orders (
  reference text primary key check (reference ~ '^[A-Za-z0-9_-]{22}$'),
  kind text not null check (kind in ('subscription', 'donation')),
  state text not null default 'open' check (state in ('open', 'cancelled', 'refused', 'settled', 'refunded')),
  user_id bigint not null check (user_id between 1 and 4503599627370496),
  open_channel_id bigint not null references channels,
  tier_name text,
  tier_days integer check (tier_days > 0),
  amount_cents integer not null check (amount_cents > 0),
  payment_id bigint,
  correlation_id text,
  version integer not null default 0,
  created_at timestamptz not null default app_now(),
  settled_at timestamptz,
  check ((kind = 'subscription') = (tier_name is not null and tier_days is not null)),
  check (state not in ('settled', 'refunded') or payment_id is not null),
  check (state <> 'settled' or settled_at is not null)
);
create index orders_by_user on orders (user_id, created_at desc);

-- Hosted pay pages. An order can have several: its amount was changed, or a rest was asked for.
create table invoices (
  invoice_id text primary key,
  order_reference text not null references orders,
  price_cents integer not null check (price_cents > 0),
  invoice_url text not null,
  created_at timestamptz not null default app_now()
);
create index invoices_by_order on invoices (order_reference);

-- What NOWPayments says about one deposit: the furthest status it reached, and the evidence sent with it.
-- `seen` holds every status that was ever reported, because some conclusions (late) need two of them.
-- `standing` is what we concluded; an orphan belongs to no order we know.
create table payments (
  payment_id bigint primary key,
  order_reference text references orders,
  parent_payment_id bigint,
  invoice_id text,
  order_id text,
  payment_status text not null check (payment_status in ('unknown', 'waiting', 'confirming', 'confirmed', 'sending',
    'expired', 'failed', 'partially_paid', 'finished', 'refunded')),
  seen jsonb not null check (jsonb_typeof(seen) = 'array'),
  is_finished_at_price boolean not null default false,
  price_amount numeric(38, 18),
  price_currency text,
  pay_amount numeric(38, 18),
  actually_paid numeric(38, 18),
  pay_currency text,
  outcome_amount numeric(38, 18),
  outcome_currency text,
  exception text not null default 'none'
    check (exception in ('none', 'partial', 'over', 'late', 'repeated', 'wrong_asset', 'amount_mismatch')),
  standing text not null
    check (standing in ('pending', 'settled', 'parked', 'failed', 'expired', 'refunded', 'orphan')),
  first_seen_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  check ((standing = 'orphan') = (order_reference is null)),
  check (standing <> 'settled' or (payment_status = 'finished' and is_finished_at_price))
);
create index payments_by_order on payments (order_reference);
create index payments_odd on payments (standing) where standing in ('parked', 'orphan');
-- One order is settled by one payment, whatever the code believes.
create unique index payments_settle_once on payments (order_reference) where standing = 'settled';

-- Deliveries already handled: an update, an IPN, a signed call. Written in the statement that handles it, so that
-- a repeat finds it and changes nothing. `payload` is kept where it is needed to do the work again (IPNs, parked
-- updates).
create table inbox (
  source text not null check (source in ('telegram', 'nowpayments', 'notification')),
  delivery_id text not null,
  received_at timestamptz not null default app_now(),
  outcome text,
  order_reference text,
  payload jsonb,
  correlation_id text,
  attempts integer not null default 1,
  primary key (source, delivery_id)
);
create index inbox_latest on inbox (source, received_at desc);
create index inbox_parked on inbox (received_at) where outcome in ('parked', 'unreadable');
create index inbox_by_order on inbox (order_reference) where order_reference is not null;

-- Promises not yet kept, one row each, written in the statement that decided them. Claiming is leasing: a claim
-- pushes due_at ahead, so if the instance dies the entry simply comes due again; there is no lock column.
-- `attempts` doubles as the fence: only the latest claim may conclude an entry.
create table outbox (
  outbox_id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null,
  idempotency_key text not null unique,
  due_at timestamptz not null default app_now(),
  expires_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default app_now(),
  delivered_at timestamptz,
  failed_at timestamptz,
  order_reference text,
  correlation_id text,
  check (delivered_at is null or failed_at is null)
);
create index outbox_due on outbox (due_at) where delivered_at is null and failed_at is null;
create index outbox_failed on outbox (failed_at) where failed_at is not null;
create index outbox_delivered on outbox (delivered_at) where delivered_at is not null;
create index outbox_by_order on outbox (order_reference) where order_reference is not null;

-- A keypad on which a donor types an amount: an append-only set of taps by update_id, so that any instance, in any
-- order, any number of times, ends at the same amount. `decided` is set by the first confirm or cancel; until then
-- a tap is one plain update of this row.
create table keypads (
  keypad_id uuid primary key,
  user_id bigint not null,
  chat_id bigint not null,
  message_id bigint,
  open_channel_id bigint not null references channels,
  taps jsonb not null default '{}' check (jsonb_typeof(taps) = 'object'),
  decided boolean not null default false,
  order_reference text references orders,
  version integer not null default 0,
  opened_at timestamptz not null default app_now(),
  last_tap_at timestamptz not null default app_now(),
  closed_at timestamptz
);
create unique index keypads_one_open on keypads (chat_id, user_id) where closed_at is null;
create index keypads_by_message on keypads (chat_id, message_id);

-- Token buckets of callers who proved who they are, exact across instances.
create table rate_limits (
  key text primary key,
  tokens double precision not null,
  updated_at timestamptz not null
);

-- Counters that survive instances, for /status.
create table counters (
  name text primary key,
  value bigint not null default 0,
  updated_at timestamptz not null default app_now()
);
