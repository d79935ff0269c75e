-- For the lists that an owner pages through: the orders of one channel, newest first; the number of each kind, for which a
-- small index is read whole; and the members and payers, which the index answers without reading the rows.
create index orders_by_channel on orders (open_channel_id, created_at desc, reference);
create index orders_by_state on orders (open_channel_id, kind, state);
create index members_by_channel on members (open_channel_id, user_id) include (status);
create index subscriptions_by_channel on subscriptions (open_channel_id, user_id) include (paid_until);
