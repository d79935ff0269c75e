-- What a buyer and the owner of a channel write to each other through the bot: the blocks, and what routes an answer.
create table support_talks (
  open_channel_id bigint not null references channels on delete cascade,
  -- The buyer.
  user_id bigint not null check (user_id between 1 and 4503599627370496),
  version integer not null default 1,
  -- The owner who blocked the buyer. It counts only while that user owns the channel.
  owner_blocked_by bigint,
  buyer_blocked_at timestamptz,
  changed_at timestamptz not null default app_now(),
  primary key (open_channel_id, user_id)
);
create index support_talks_unblocked on support_talks (changed_at)
  where owner_blocked_by is null and buyer_blocked_at is null;

create table support_messages (
  relay_id uuid primary key,
  open_channel_id bigint not null,
  user_id bigint not null,
  order_reference text not null references orders,
  writer_user_id bigint not null check (writer_user_id between 1 and 4503599627370496),
  is_from_buyer boolean not null,
  -- Null once it was delivered or given up.
  text text check (char_length(text) between 1 and 1000),
  created_at timestamptz not null default app_now(),
  -- The message that shows it to its reader. A reply to that message is an answer.
  chat_id bigint,
  message_id bigint,
  foreign key (open_channel_id, user_id) references support_talks on delete cascade
);
create unique index support_messages_by_message on support_messages (chat_id, message_id);
create index support_messages_by_talk on support_messages (open_channel_id, user_id, created_at);
create index support_messages_by_channel on support_messages (open_channel_id, created_at) where is_from_buyer;
create index support_messages_by_age on support_messages (created_at);
create index support_messages_undelivered on support_messages (created_at) where text is not null;
