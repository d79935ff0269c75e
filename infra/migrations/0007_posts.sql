-- The bot's own posts in public channels: what is offered, and the donate button.
alter table channels
  -- Which of them a channel has, in its daily run and when its owner publishes.
  add column post_kinds text[] not null default '{offer,donate}' check (post_kinds <@ '{offer,donate}'::text[]),
  -- When they were last asked for by hand or by another service: at most every five minutes.
  add column posts_triggered_at timestamptz;

-- One post of one occasion, from before it is sent until after it was taken away. `begun` counts the tries that were begun
-- and may have come to a message: more than one, and the post may be there twice (see decision 15). What Telegram refused
-- for good stays with its reason, for its owner to read.
create table posts (
  open_channel_id bigint not null references channels on delete cascade,
  post text not null check (post in ('offer', 'donate')),
  -- daily:<local date and hour>, manual:<update id>, trigger:<name of the call>.
  occasion text not null,
  begun integer not null default 0 check (begun >= 0),
  begun_at timestamptz not null default app_now(),
  chat_id bigint not null,
  message_id bigint,
  -- Of its text and its buttons, as they are in the channel now.
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
create index posts_live on posts (chat_id, message_id) where posted_at is not null and removed_at is null;
create index posts_forgettable on posts (begun_at);

-- What is sent in bulk shares Telegram's limits with what people wait for: it is claimed no faster than this bucket fills,
-- which all workers share. The daily purge knows nothing of it, unlike of the buckets in rate_limits.
create table bulk_lane (
  only_row boolean primary key default true check (only_row),
  tokens double precision not null,
  filled_at timestamptz not null default app_now()
);
insert into bulk_lane (tokens) values (0);
create index outbox_bulk on outbox (due_at)
  where delivered_at is null and failed_at is null and kind in ('publish_post', 'remove_post', 'refresh_posts', 'sweep_twin');
