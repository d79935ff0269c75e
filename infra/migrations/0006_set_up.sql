-- The channels that the bot was added to, as Telegram reported them. An owner chooses from them during setup.
create table bot_chats (
  chat_id bigint primary key check (chat_id::text ~ '^-100[0-9]{1,13}$'),
  title text not null,
  -- Null if the channel is private.
  username text,
  -- The bot's status there. Only `administrator` is useful.
  status text not null,
  rights jsonb not null default '{}' check (jsonb_typeof(rights) = 'object'),
  -- The user that gave the bot this status.
  promoted_by bigint not null,
  -- The human administrators at the last check. Telegram is asked again before a decision depends on them.
  administrator_ids bigint[] not null default '{}',
  -- The user that added the bot and could not be messaged. The bot offers them this channel when they write.
  awaited_user_id bigint,
  -- By Telegram's clock, so that the later of two changes wins even if they arrive in the wrong order.
  changed_at timestamptz not null,
  updated_at timestamptz not null default app_now()
);
create index bot_chats_by_administrator on bot_chats using gin (administrator_ids);
create index bot_chats_awaiting on bot_chats (awaited_user_id) where awaited_user_id is not null;

-- The channel that a user is setting up, at most one per user, without a time limit. Every write raises `version`, so that
-- only the first of two taps on one page counts.
create table set_ups (
  user_id bigint primary key check (user_id between 1 and 4503599627370496),
  step text not null,
  draft jsonb not null check (jsonb_typeof(draft) = 'object'),
  -- The message that shows the setup, in the chat with the user.
  message_id bigint,
  version integer not null default 0,
  updated_at timestamptz not null default app_now()
);

-- Links with which an owner lets another user run a channel. Each works for one user and for one day.
create table administrator_invitations (
  token text primary key check (token ~ '^[A-Za-z0-9_-]{22}$'),
  open_channel_id bigint not null references channels on delete cascade,
  role text not null check (role in ('manager', 'read_only')),
  invited_by bigint not null,
  expires_at timestamptz not null,
  used_by bigint,
  created_at timestamptz not null default app_now()
);
