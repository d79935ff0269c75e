-- A payment whose money was seen and that had no end after a week: the owner decides about it, and its buyer is not held up.
-- Null: not so, or judged by an earlier release only. `waiting_since`: when the owner chose to wait for it.
alter table payments
  add column hanging_since timestamptz,
  add column waiting_since timestamptz;

-- Finds the payments that were on their way when this release came, so that they get a clock.
create index payments_under_way on payments (updated_at)
  where standing = 'pending' and (payment_status <> 'waiting' or actually_paid > 0);
