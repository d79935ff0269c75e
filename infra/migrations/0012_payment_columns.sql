-- `received_cents`: what came with a payment, its worth in US cents, rounded down. Null: unknown, or judged by an earlier
-- release only. `actually_paid_at_fiat` is NOWPayments' own valuation, `typed_cents` the owner's where nothing else says
-- what it is worth.
-- `asked_at`: when NOWPayments was asked about it in a look that could not ask about all payments of the order. The next
-- look begins with the others.
-- `hanging_since`: its money was seen and it had no end after a week, so the owner decides about it and its buyer is not
-- held up. Null: not so, or judged by an earlier release only. `waiting_since`: when the owner chose to wait for it.
-- The checks are validated by a later migration, because checking all rows here would block readers meanwhile.
alter table payments
  add column actually_paid_at_fiat numeric(38, 18),
  add column received_cents bigint,
  add column typed_cents bigint,
  add column asked_at timestamptz,
  add column hanging_since timestamptz,
  add column waiting_since timestamptz,
  add constraint payments_received_cents_check check (received_cents >= 0) not valid,
  add constraint payments_typed_cents_check check (typed_cents > 0) not valid;
