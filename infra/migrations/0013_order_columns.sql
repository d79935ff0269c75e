-- A child may come before its parent: it is found again when its parent becomes known.
create index payments_waiting on payments (parent_payment_id) where standing = 'orphan';
-- Asked about at NOWPayments when not all payments of an order fit into one look: the next look begins with the others.
alter table payments add column asked_at timestamptz;

-- Above 100, only an operator's command asks about the payments of an order. Null: not written since this migration.
alter table orders add column payment_count integer;
update orders o set payment_count = p.payments
  from (select order_reference, count(*)::int as payments from payments group by 1 having count(*) > 100) p
  where p.order_reference = o.reference;
create index orders_with_many_payments on orders (created_at) where payment_count > 100;
