-- The reply keyboard with which a user picks a channel, while they see it. At most one per user.
create table pickers (
  user_id bigint primary key check (user_id between 1 and 4503599627370496),
  -- Telegram repeats it in its answer.
  request_id integer not null,
  kind text not null check (kind in ('private', 'public')),
  -- The channel on sale that gets another chat. Null: the user is setting one up.
  open_channel_id bigint references channels on delete cascade,
  -- The page that asked, in the chat with the user.
  message_id bigint,
  opened_at timestamptz not null default app_now()
);
