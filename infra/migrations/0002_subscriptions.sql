-- How a channel sells access: how much may be missing of a price, how long somebody may stay unpaid, and whether anybody
-- is removed at all ("dry_run" only says who would be).
alter table channels
  add column tolerance_percent smallint not null default 1 check (tolerance_percent between 0 and 20),
  add column grace_hours smallint not null default 24 check (grace_hours between 0 and 720),
  add column removals text not null default 'on' check (removals in ('on', 'dry_run', 'off'));

-- What of the price has been counted so far, while an order is open. A rest is asked for by a further invoice.
alter table orders
  add column received_cents integer not null default 0 check (received_cents >= 0),
  -- Who makes an invoice claims it first: two that are made at once could both be paid.
  add column invoicing_cents integer,
  add column invoicing_until timestamptz;
alter table invoices add column is_rest boolean not null default false;
-- A buyer who presses a tier twice pays one order.
create unique index orders_one_open on orders (user_id, open_channel_id, tier_name, tier_days, amount_cents)
  where kind = 'subscription' and state = 'open';

-- Several payments may settle an order together, and an owner may decide about an odd one. `proven_cents` is the most that
-- any one IPN proved to be paid toward the order; `settles` marks the payments that it was settled by.
alter table payments
  drop constraint payments_check1,
  drop constraint payments_standing_check,
  add column proven_cents integer not null default 0 check (proven_cents >= 0),
  add column settles boolean not null default false,
  add column decision text check (decision in ('accept', 'credit', 'refund')),
  add column decided_on text,
  add check ((decision is null) = (decided_on is null)),
  add constraint payments_standing_check check (standing in
    ('pending', 'settled', 'credited', 'parked', 'failed', 'expired', 'refunded', 'orphan'));
drop index payments_settle_once;
-- What settled before keeps its order.
update payments p set proven_cents = case when p.is_finished_at_price then o.amount_cents else 0 end,
  settles = p.payment_id is not distinct from o.payment_id
  from orders o where o.reference = p.order_reference;
update orders set received_cents = amount_cents where state = 'settled';
alter table payments drop column is_finished_at_price;

-- What one buyer has of one channel. `paid_until` is the fold of the extensions; null while nothing is paid for. The row
-- is made with the first order, so that two orders of one buyer that settle at once meet in it.
create table subscriptions (
  open_channel_id bigint not null references channels,
  user_id bigint not null check (user_id between 1 and 4503599627370496),
  paid_until timestamptz,
  -- Set before Telegram is asked to remove the member, so that a crash in between is known afterwards.
  removing_since timestamptz,
  -- When one of the removals that a channel has in any hour was taken for them: trying again takes no other.
  braked_at timestamptz,
  removed_at timestamptz,
  version integer not null default 0,
  created_at timestamptz not null default app_now(),
  primary key (open_channel_id, user_id)
);
create index subscriptions_by_user on subscriptions (user_id);

-- Days that were granted: by an order, or by one odd payment of it that the owner counted as credit. Once each.
create table extensions (
  order_reference text not null references orders,
  payment_id bigint,
  open_channel_id bigint not null,
  user_id bigint not null,
  days integer not null check (days > 0),
  granted_at timestamptz not null,
  revoked_at timestamptz,
  unique nulls not distinct (order_reference, payment_id),
  foreign key (open_channel_id, user_id) references subscriptions
);
create index extensions_by_subscription on extensions (open_channel_id, user_id);

-- Links into a private channel, each bound to its buyer by the request to join that it makes. At most one is live.
create table invite_links (
  invite_link text primary key,
  open_channel_id bigint not null,
  user_id bigint not null,
  -- Where it leads, and where it has to be revoked, whatever channel is sold by then.
  closed_channel_id bigint not null,
  order_reference text references orders,
  expires_at timestamptz not null,
  created_at timestamptz not null default app_now(),
  revoked_at timestamptz,
  revoked_because text check (revoked_because in ('used', 'ended', 'replaced')),
  check ((revoked_at is null) = (revoked_because is null)),
  foreign key (open_channel_id, user_id) references subscriptions
);
create index invite_links_by_subscription on invite_links (open_channel_id, user_id);
create index invite_links_by_order on invite_links (order_reference) where order_reference is not null;
create unique index invite_links_one_live on invite_links (open_channel_id, user_id) where revoked_at is null;

-- What Telegram showed us of who is in a private channel, and how they came in as far as we know. Whoever was in before
-- we sold access is protected: only the owner's word removes them.
create table members (
  open_channel_id bigint not null references channels,
  user_id bigint not null,
  status text not null,
  origin text not null check (origin in ('admitted', 'before', 'unknown')),
  is_protected boolean not null default false,
  seen_at timestamptz not null default app_now(),
  primary key (open_channel_id, user_id)
);

-- Removals of the last hour per channel, counted by the minute since the epoch, and until when the owner has let them go
-- on all the same. Those that wait are given times of their own, up to `booked_until`.
create table removal_brakes (
  open_channel_id bigint primary key references channels,
  recent jsonb not null default '{}' check (jsonb_typeof(recent) = 'object'),
  members integer,
  members_at timestamptz,
  booked_until timestamptz,
  released_until timestamptz
);

-- Acts that leave no other row: what people decided, and what Telegram did at our word. Only ever added to.
create table audit_log (
  audit_id bigint generated always as identity primary key,
  at timestamptz not null default app_now(),
  act text not null,
  -- Who did it; null is the bot itself.
  actor_user_id bigint,
  open_channel_id bigint references channels,
  user_id bigint,
  order_reference text references orders,
  payment_id bigint,
  details jsonb not null default '{}',
  correlation_id text
);
create index audit_log_by_order on audit_log (order_reference) where order_reference is not null;
create index audit_log_by_channel on audit_log (open_channel_id, at desc);
create index audit_log_by_subscription on audit_log (open_channel_id, user_id, act);

-- How often it failed, which the wait before the next try grows with: to have waited is no failure.
alter table outbox add column failures integer not null default 0;

-- Stories of orders are kept for ever, so what may be forgotten is found without passing over what may not.
drop index outbox_delivered;
create index outbox_forgettable on outbox (delivered_at)
  where delivered_at is not null and (order_reference is null or kind <> 'send_message');
create index inbox_forgettable on inbox (received_at)
  where source in ('telegram', 'notification') and order_reference is null and outcome is distinct from 'parked';
create index inbox_orphans on inbox (received_at) where source = 'nowpayments' and outcome = 'orphan';
-- What waits of one channel, which a right that is back or its owner may hasten. A revocation only knows the closed one.
create index outbox_of_channel on outbox ((coalesce(payload ->> 'openChannelId', payload ->> 'closedChannelId')::bigint), kind)
  where delivered_at is null and failed_at is null and kind in ('remove_member', 'grant_access', 'approve_join_request',
    'decline_join_request', 'revoke_invite_link');
-- What a person waits for is claimed before what only has to happen some time.
create index outbox_urgent on outbox (due_at)
  where delivered_at is null and failed_at is null and kind not in ('remove_member', 'remind', 'reconcile_order');
