-- Sums of what the figures of a channel count, by the quarter of an hour in UTC. All time zones are whole quarters apart, so the
-- days of any zone are sums of them. `shared/database/reports/figures/` writes and reads them.
create function quarter_of(moment timestamptz) returns timestamptz language sql immutable parallel safe as
  $$ select date_bin('15 minutes', moment, '2000-01-01 00:00Z'::timestamptz) $$;

create table figure_sums (
  open_channel_id bigint not null,
  -- Where it is found again: the quarter of its grant, end, payment or refund.
  quarter timestamptz not null,
  -- Where it counts. Earlier than `quarter` for the end of an access that was bought again or taken back since.
  at timestamptz not null,
  fact text not null,
  tier_name text,
  tier_days integer,
  coin text,
  count integer not null,
  cents bigint not null
);
create index figure_sums_by_channel on figure_sums (open_channel_id, quarter);

-- The quarters in which something has changed since their sums were written, once for each change, so that no two writers
-- meet in a row. Until the worker writes the sums again, such a quarter is counted from its rows.
create table figure_marks (open_channel_id bigint not null, quarter timestamptz not null);
create index figure_marks_by_quarter on figure_marks (quarter, open_channel_id);

-- How far the worker has marked what was there before the triggers: the channels up to this id. Later ones are counted from
-- their rows.
create table figure_progress (
  is_only boolean primary key default true check (is_only),
  marked_through bigint not null
);

-- Triggers, because the previous release writes these tables as well. They run with the rights of their owner, so that no
-- login needs rights on the marks. What is older than the longest figure needs no mark.
-- Temporary tables come last in their search path: otherwise a login could put its own in the place of ours.
select set_config('search_path', current_setting('search_path') || ', pg_temp', true);
create function mark_order_figures() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into figure_marks
  select channel, quarter_of(moment) from (
    select new.open_channel_id, new.settled_at
    union select old.open_channel_id, old.settled_at
    union select each.channel, unnest(array[coalesce(p.credited_at, p.updated_at), coalesce(p.refunded_at, p.updated_at)])
      from payments p, (values (new.open_channel_id), (old.open_channel_id)) as each (channel)
      where p.order_reference = coalesce(new.reference, old.reference) and p.standing in ('credited', 'refunded')
    ) as moments (channel, moment)
  where moment > app_now() - interval '40 days' and channel is not null;
  return null;
end $$;
create trigger mark_new_order_figures after insert on orders for each row
  when (new.settled_at is not null) execute function mark_order_figures();
create trigger mark_order_figures after update on orders for each row
  when (new.settled_at is not null or old.settled_at is not null) execute function mark_order_figures();
create trigger mark_deleted_order_figures after delete on orders for each row
  when (old.settled_at is not null) execute function mark_order_figures();

-- A refund also changes what other refunds of its order count.
create function mark_payment_figures() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into figure_marks
  select o.open_channel_id, quarter_of(moment)
  from orders o, lateral (
    select o.settled_at
    union select unnest(array[coalesce(old.credited_at, old.updated_at), coalesce(old.refunded_at, old.updated_at)])
    union select unnest(array[coalesce(p.credited_at, p.updated_at), coalesce(p.refunded_at, p.updated_at)])
      from payments p where p.order_reference = o.reference and p.standing in ('credited', 'refunded')) as moments (moment)
  where o.reference in (new.order_reference, old.order_reference) and moment > app_now() - interval '40 days';
  return null;
end $$;
create trigger mark_new_payment_figures after insert on payments for each row
  when (new.standing in ('credited', 'refunded')) execute function mark_payment_figures();
create trigger mark_payment_figures after update on payments for each row
  when (new.standing in ('credited', 'refunded') or old.standing in ('credited', 'refunded'))
  execute function mark_payment_figures();
create trigger mark_deleted_payment_figures after delete on payments for each row
  when (old.standing in ('credited', 'refunded')) execute function mark_payment_figures();

-- Another grant may change which one of a member was the first, and when their earlier access counts as lost.
create function mark_grant_figures() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into figure_marks
  select channel, quarter_of(moment) from (
    select new.open_channel_id, unnest(array[new.granted_at, new.revoked_at])
    union select old.open_channel_id, unnest(array[old.granted_at, old.revoked_at])
    union select e.open_channel_id, unnest(array[e.granted_at, e.revoked_at]) from extensions e
      where (e.open_channel_id, e.user_id) in ((new.open_channel_id, new.user_id), (old.open_channel_id, old.user_id))
    union select e.open_channel_id, unnest(array[e.granted_at, e.revoked_at]) from manual_extensions e
      where (e.open_channel_id, e.user_id) in ((new.open_channel_id, new.user_id), (old.open_channel_id, old.user_id))
    ) as moments (channel, moment)
  where moment > app_now() - interval '40 days';
  return null;
end $$;
create trigger mark_grant_figures after insert or update or delete on extensions for each row
  execute function mark_grant_figures();
create trigger mark_grant_figures after insert or update or delete on manual_extensions for each row
  execute function mark_grant_figures();

-- The end of an access counts when its time has passed, which nothing writes. So a quarter to come is marked as well.
create function mark_access_figures() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into figure_marks
  select channel, quarter_of(moment)
  from (values (new.open_channel_id, new.paid_until), (old.open_channel_id, old.paid_until)) as moments (channel, moment)
  where moment > app_now() - interval '40 days';
  return null;
end $$;
create trigger mark_new_access_figures after insert on subscriptions for each row
  when (new.paid_until is not null) execute function mark_access_figures();
create trigger mark_access_figures after update on subscriptions for each row
  when (new.paid_until is distinct from old.paid_until) execute function mark_access_figures();
create trigger mark_deleted_access_figures after delete on subscriptions for each row
  when (old.paid_until is not null) execute function mark_access_figures();

-- Ids of channels are negative, so a new installation has nothing left to mark.
insert into figure_progress (marked_through)
select case when exists (select from orders) or exists (select from subscriptions) then -9223372036854775808 else 0 end;

-- concurrently: builds each index below before the rest, while the product writes.
create index concurrently extensions_by_time on extensions (open_channel_id, granted_at);
create index concurrently extensions_revoked on extensions (open_channel_id, revoked_at) where revoked_at is not null;
create index concurrently manual_extensions_by_time on manual_extensions (open_channel_id, granted_at);
create index concurrently manual_extensions_revoked on manual_extensions (open_channel_id, revoked_at) where revoked_at is not null;
create index concurrently subscriptions_by_end on subscriptions (open_channel_id, paid_until);
create index concurrently payments_refunded on payments (coalesce(refunded_at, updated_at)) where standing = 'refunded';
create index concurrently payments_credited on payments (coalesce(credited_at, updated_at))
  where standing in ('credited', 'refunded') and not settles;
