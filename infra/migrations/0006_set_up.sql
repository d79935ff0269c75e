-- The channels that the bot was added to, as Telegram told of it: what an owner can choose from when they set one up.
create table bot_chats (
  chat_id bigint primary key check (chat_id::text ~ '^-100[0-9]{1,13}$'),
  title text not null,
  -- Null where the channel is private.
  username text,
  -- What the bot is there: `administrator` where it can be of use.
  status text not null,
  rights jsonb not null default '{}' check (jsonb_typeof(rights) = 'object'),
  -- Who made the bot what it is there.
  promoted_by bigint not null,
  -- The people among its administrators when Telegram was last asked. Asked again before anything is decided by it.
  administrator_ids bigint[] not null default '{}',
  -- Who added the bot and could not be written to: they are greeted with it when they come.
  awaited_user_id bigint,
  -- By Telegram's clock: of two changes that arrive in the wrong order the later one holds.
  changed_at timestamptz not null,
  updated_at timestamptz not null default app_now()
);
create index bot_chats_by_administrator on bot_chats using gin (administrator_ids);
create index bot_chats_awaiting on bot_chats (awaited_user_id) where awaited_user_id is not null;

-- A channel that somebody is setting up, one at a time each. It waits as long as they like. `version` is raised by every
-- write, so that of two taps on one page only the first counts.
create table set_ups (
  user_id bigint primary key check (user_id between 1 and 4503599627370496),
  step text not null,
  draft jsonb not null check (jsonb_typeof(draft) = 'object'),
  -- The message that shows it, in the chat with the user.
  message_id bigint,
  version integer not null default 0,
  updated_at timestamptz not null default app_now()
);

-- Links by which an owner lets somebody run a channel with them. Each is good for one person and one day.
create table administrator_invitations (
  token text primary key check (token ~ '^[A-Za-z0-9_-]{22}$'),
  open_channel_id bigint not null references channels on delete cascade,
  role text not null check (role in ('manager', 'read_only')),
  invited_by bigint not null,
  expires_at timestamptz not null,
  used_by bigint,
  created_at timestamptz not null default app_now()
);
