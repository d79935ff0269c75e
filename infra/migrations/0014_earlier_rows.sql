-- Fills the new columns for rows of earlier releases. Separate from the changes of the tables, because those block readers
-- until their transaction ends. Orders come first, as in the statements that run meanwhile.
update orders o set payment_count = p.payments
  from (select order_reference, count(*)::int as payments from payments group by 1 having count(*) > 100) p
  where p.order_reference = o.reference;

-- What an owner counted under an earlier release is theirs, and keeps the value that they were shown.
update payments set typed_cents = nullif(
  case when price_currency is distinct from 'usd' or price_amount is null then 0
    when seen ? 'finished' then floor(price_amount * 100)
    when pay_amount > 0 and actually_paid > 0
      then div(floor(price_amount * 100) * least(actually_paid, pay_amount), pay_amount)
    else 0 end::bigint, 0)
where decision = 'credit';

alter table orders validate constraint orders_income_cents_check, validate constraint orders_invoicing_tries_check;
alter table payments validate constraint payments_received_cents_check, validate constraint payments_typed_cents_check;
