-- A support ruling about one person, by a user that runs the channel: announced with a reason, and performed when confirmed.
-- The row records that it was performed, so a second confirmation does nothing.
create table rulings (
  ruling_id text primary key check (ruling_id ~ '^[A-Za-z0-9_-]{22}$'),
  open_channel_id bigint not null references channels on delete cascade,
  user_id bigint not null check (user_id between 1 and 4503599627370496),
  ruling text not null check (ruling in ('grant', 'revoke', 'ban', 'unban')),
  days integer check (days between 1 and 3650),
  reason text not null check (reason <> ''),
  ruled_by bigint not null,
  created_at timestamptz not null default app_now(),
  confirmed_at timestamptz,
  check ((ruling = 'grant') = (days is not null))
);
create index rulings_unconfirmed on rulings (created_at) where confirmed_at is null;

-- Days given without a payment. `paid_until` of a subscription is the fold of these and of `extensions` together.
create table manual_extensions (
  grant_id text primary key references rulings,
  open_channel_id bigint not null,
  user_id bigint not null,
  days integer not null check (days > 0),
  reason text not null,
  granted_by bigint not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (open_channel_id, user_id) references subscriptions
);
create index manual_extensions_by_subscription on manual_extensions (open_channel_id, user_id);

-- The banned users of a channel. They can't buy and no link lets them in. The outbox applies the ban at Telegram and reads
-- this table when it does.
create table bans (
  open_channel_id bigint not null references channels on delete cascade,
  user_id bigint not null check (user_id between 1 and 4503599627370496),
  reason text not null,
  banned_by bigint not null,
  banned_at timestamptz not null default app_now(),
  primary key (open_channel_id, user_id)
);

-- Owners search people by @username.
create index chats_by_username on chats (lower(username)) where username is not null;
