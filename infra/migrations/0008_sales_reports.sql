-- For owners' reports: the settled orders of one channel by time, and the few recent payments that an owner credited or that
-- were sent back. The indexes come before the columns, because adding a column locks its table only for a moment.
create index orders_settled on orders (open_channel_id, settled_at) where settled_at is not null;
create index payments_revised on payments (updated_at) where decision = 'credit' or standing = 'refunded';

-- When the payment was credited or refunded, because every later change of its row moves `updated_at`. The previous release
-- leaves them empty, and then `updated_at` is used.
alter table payments add column credited_at timestamptz, add column refunded_at timestamptz;
update payments set credited_at = updated_at where decision = 'credit';
update payments set refunded_at = updated_at where standing = 'refunded';
