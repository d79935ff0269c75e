alter table keypads validate constraint keypads_least_cents_check;

-- The unpaid orders of one buyer in one channel, which a page of the channel shows or opens again.
create index orders_unpaid on orders (user_id, open_channel_id, created_at desc) where state in ('open', 'cancelled', 'refused');
create index orders_with_many_payments on orders (created_at) where payment_count > 100;

-- Each definite refusal of an invoice by NOWPayments: for the alarm, and for telling the owners of the channels concerned.
create table invoice_refusals (
  refusal_id bigint generated always as identity primary key,
  order_reference text not null references orders,
  status smallint not null,
  code text,
  -- What the invoice was asked for.
  amount_cents bigint not null,
  refused_at timestamptz not null default app_now()
);
create index invoice_refusals_by_time on invoice_refusals (refused_at);

-- The seconds until a user may open another order; 0 if they may now. Locks the user's orders until the transaction ends and
-- reads them after that, so that orders which are opened at once are counted one after the other. A statement without this
-- function would count in its own snapshot, which is older than the lock. Reads the user's orders of one day, by
-- `orders_by_user`, however many orders there are.
create function order_wait_seconds(of_user bigint, per_hour integer, per_day integer) returns double precision
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtext('orders of a user'), hashint8(of_user));
  return (
    select greatest(0, max(extract(epoch from full_until - app_now())))
    from (
      (select created_at + interval '1 hour' as full_until from orders
        where user_id = of_user and created_at > app_now() - interval '1 hour' and not for_reminder
        order by created_at desc offset per_hour - 1 limit 1)
      union all
      (select created_at + interval '1 day' from orders
        where user_id = of_user and created_at > app_now() - interval '1 day' and not for_reminder
        order by created_at desc offset per_day - 1 limit 1)
    ) as windows);
end $$;
