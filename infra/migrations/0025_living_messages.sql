-- Which message in a chat shows the present state of something: of an order, or of a user's access to a channel.
create table living_messages (
  -- `order:<reference>`, or `access:<open_channel_id>:<user_id>`.
  topic text primary key,
  chat_id bigint not null,
  -- Null: the first one is being sent.
  message_id bigint,
  -- What it has to show, as data, and the outbox entry that says so. 0: a keypad, which shows itself.
  newest bigint not null default 0,
  message jsonb,
  -- The last entry for which a new message was sent.
  sounded bigint not null default 0,
  -- Earlier messages whose buttons are still to be removed.
  closing bigint[] not null default '{}',
  changed_at timestamptz not null default app_now()
);
create index living_messages_by_age on living_messages (changed_at);
