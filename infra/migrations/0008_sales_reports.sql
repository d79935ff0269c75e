-- What an owner's report looks for: the settled orders of one channel by time, and of late the few payments that an owner
-- counted apart or that were sent back. Before the columns, for these need the tables locked for a moment only.
create index orders_settled on orders (open_channel_id, settled_at) where settled_at is not null;
create index payments_revised on payments (updated_at) where decision = 'credit' or standing = 'refunded';

-- When it came to that, for `updated_at` follows every later word about the order. Where a release from before writes on,
-- they stay empty, and `updated_at` stands in.
alter table payments add column credited_at timestamptz, add column refunded_at timestamptz;
update payments set credited_at = updated_at where decision = 'credit';
update payments set refunded_at = updated_at where standing = 'refunded';
