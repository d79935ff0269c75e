-- What an owner turns the pages of: the orders of one channel, the newest first, counted by what they are.
create index orders_by_channel on orders (open_channel_id, created_at desc, reference) include (kind, state);
