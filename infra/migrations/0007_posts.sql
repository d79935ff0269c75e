-- The bot's own posts in public channels: the offer and the donate button.
alter table channels
  -- The kinds of posts that a channel gets daily and when its owner publishes.
  add column post_kinds text[] not null default '{offer,donate}' check (post_kinds <@ '{offer,donate}'::text[]),
  -- When the owner or another service last triggered them, which is allowed every five minutes.
  add column posts_triggered_at timestamptz;

-- One post of one occasion, from before it is sent until after it was removed. `begun` counts the attempts that may have
-- produced a message. If there is more than one, the post may be in the channel twice (decision 15). A post that Telegram
-- refused for good stays with its reason, so that the owner can read it.
create table posts (
  open_channel_id bigint not null references channels on delete cascade,
  post text not null check (post in ('offer', 'donate')),
  -- daily:<local date and hour>, manual:<update id>, trigger:<name of the call>.
  occasion text not null,
  begun integer not null default 0 check (begun >= 0),
  begun_at timestamptz not null default app_now(),
  chat_id bigint not null,
  message_id bigint,
  -- A digest of its text and its buttons, as they are in the channel now.
  fingerprint text,
  posted_at timestamptz,
  removed_at timestamptz,
  failed_at timestamptz,
  reason text,
  primary key (open_channel_id, post, occasion),
  check ((message_id is null) = (posted_at is null)),
  check (removed_at is null or posted_at is not null),
  check (failed_at is null or posted_at is null)
);
create index posts_by_chat on posts (chat_id, message_id);
create index posts_forgettable on posts (begun_at);

-- Bulk messages share Telegram's limits with messages that people wait for. So all workers claim bulk entries no faster than
-- this shared bucket fills. Unlike the buckets in rate_limits, the daily purge does not touch it.
create table bulk_lane (
  only_row boolean primary key default true check (only_row),
  tokens double precision not null,
  filled_at timestamptz not null default app_now(),
  -- When a worker last claimed bulk entries and left some to come back for.
  attended_at timestamptz
);
insert into bulk_lane (tokens) values (0);
create index outbox_bulk on outbox (due_at)
  where delivered_at is null and failed_at is null and kind in ('publish_post', 'remove_post', 'refresh_posts', 'sweep_twin');
-- Finds the entries that a person waits for without scanning bulk entries. Replaces outbox_urgent, which an older release uses.
create index outbox_prompt on outbox (due_at)
  where delivered_at is null and failed_at is null and kind not in ('remove_member', 'remind', 'reconcile_order',
    'publish_post', 'remove_post', 'refresh_posts', 'sweep_twin');
