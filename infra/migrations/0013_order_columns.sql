-- `income_cents`: what a settled order counts in every figure: what came, for a subscription at most its price. Null:
-- settled by an earlier release, which counted `amount_cents`.
-- `payment_count`: above 100, only an operator's command asks about the payments of an order. Null: not written since this
-- migration.
-- `for_reminder`: the bot opened the order for a renewal reminder, so it does not count toward its buyer's limits.
-- `invoicing_tries`: how often NOWPayments was asked for the invoice of `invoicing_cents`. Null: not counted, as by the
-- previous release.
alter table orders
  add column income_cents bigint,
  add column payment_count integer,
  add column for_reminder boolean not null default false,
  add column invoicing_tries integer,
  add constraint orders_income_cents_check check (income_cents >= 0) not valid,
  add constraint orders_invoicing_tries_check check (invoicing_tries > 0) not valid;
