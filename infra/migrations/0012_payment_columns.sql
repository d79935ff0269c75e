-- What came with a payment: its worth in US cents, rounded down. Null: unknown, or judged by an earlier release only.
-- `actually_paid_at_fiat` is NOWPayments' own valuation, `typed_cents` the owner's where nothing else says what it is worth.
alter table payments
  add column actually_paid_at_fiat numeric(38, 18),
  add column received_cents bigint check (received_cents >= 0),
  add column typed_cents bigint check (typed_cents > 0);

-- What a settled order counts in every figure: what came, for a subscription at most its price. Null: settled by an earlier
-- release, which counted `amount_cents`.
alter table orders add column income_cents bigint check (income_cents >= 0);

-- What an owner counted under an earlier release is theirs, and keeps the value that they were shown.
update payments set typed_cents = nullif(
  case when price_currency is distinct from 'usd' or price_amount is null then 0
    when seen ? 'finished' then floor(price_amount * 100)
    when pay_amount > 0 and actually_paid > 0
      then div(floor(price_amount * 100) * least(actually_paid, pay_amount), pay_amount)
    else 0 end::bigint, 0)
where decision = 'credit';
