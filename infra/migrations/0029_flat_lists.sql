-- What owners read most, so that it costs the same however much there is: the users that the lists of members show, the days of
-- `/stats` and the number of members with access. Safe to repeat, because its last part runs in transactions of its own.

-- `pg_temp` comes last in the search path of the functions below, as in migration 27.
select set_config('search_path', current_setting('search_path') || ', pg_temp', true)
where current_setting('search_path') not like '%pg_temp';

-- A worker of schema 27 or 28 changes sums, but not the days that are kept with them (`figure_days`). So these are added up again.
-- The purge is left out: the days of what it deletes are past.
create or replace function drop_days() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if current_setting('telepay.keeps_days', true) is distinct from 'on' then
    update figure_channels f set zone = null
    from (select distinct open_channel_id from changed where quarter > app_now() - interval '50 days') c
    where f.open_channel_id = c.open_channel_id and f.zone is not null;
  end if;
  return null;
end $$;
create or replace trigger drop_days_of_new_sums after insert on figure_sums referencing new table as changed
  for each statement execute function drop_days();
create or replace trigger drop_days_of_old_sums after delete on figure_sums referencing old table as changed
  for each statement execute function drop_days();

-- Before this time, sums are deleted. Among the first statements, because a worker may hold this lock for seconds, and until then
-- only the figures wait.
alter table figure_progress add column if not exists dropped_before timestamptz;

-- Each user who is or was in a private channel, or had access to it. `shared/database/owner/member-lists.ts` reads it.
create table if not exists listed_members (
  open_channel_id bigint not null,
  user_id bigint not null,
  -- 'out', 'member', or 'administrator' for those who need not pay.
  place text not null,
  paid_until timestamptz,
  primary key (open_channel_id, user_id)
);
create index if not exists listed_members_by_end on listed_members (open_channel_id, place, paid_until, user_id);

create or replace function place_of(status text) returns text language sql immutable parallel safe as $$
  select case when status in ('administrator', 'creator') then 'administrator'
    when status in ('left', 'kicked') or status is null then 'out' else 'member' end $$;

-- Triggers, because the previous release writes these tables as well. Each one writes its own half of the row, so two writers
-- leave the same row in any sequence.
create or replace function list_member() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op <> 'INSERT' and (tg_op = 'DELETE' or (new.open_channel_id, new.user_id) <> (old.open_channel_id, old.user_id)) then
    update listed_members set place = 'out' where (open_channel_id, user_id) = (old.open_channel_id, old.user_id);
  end if;
  if tg_op <> 'DELETE' then
    insert into listed_members as l (open_channel_id, user_id, place, paid_until)
    select new.open_channel_id, new.user_id, place_of(new.status), (
      select paid_until from subscriptions s where (s.open_channel_id, s.user_id) = (new.open_channel_id, new.user_id))
    on conflict (open_channel_id, user_id) do update set place = excluded.place where l.place <> excluded.place;
  end if;
  return null;
end $$;
create or replace trigger list_new_member after insert or delete on members for each row execute function list_member();
create or replace trigger list_member after update on members for each row
  when ((new.open_channel_id, new.user_id, new.status) <> (old.open_channel_id, old.user_id, old.status))
  execute function list_member();

create or replace function list_subscriber() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op <> 'INSERT' and (tg_op = 'DELETE' or (new.open_channel_id, new.user_id) <> (old.open_channel_id, old.user_id)) then
    update listed_members set paid_until = null where (open_channel_id, user_id) = (old.open_channel_id, old.user_id);
  end if;
  if tg_op <> 'DELETE' then
    insert into listed_members (open_channel_id, user_id, place, paid_until)
    select new.open_channel_id, new.user_id, place_of((
      select status from members m where (m.open_channel_id, m.user_id) = (new.open_channel_id, new.user_id))), new.paid_until
    on conflict (open_channel_id, user_id) do update set paid_until = excluded.paid_until;
  end if;
  return null;
end $$;
create or replace trigger list_new_subscriber after insert on subscriptions for each row
  when (new.paid_until is not null) execute function list_subscriber();
create or replace trigger list_subscriber after update on subscriptions for each row
  when (new.paid_until is distinct from old.paid_until or new.open_channel_id <> old.open_channel_id)
  execute function list_subscriber();
create or replace trigger unlist_subscriber after delete on subscriptions for each row execute function list_subscriber();

-- The sums of `figure_sums` by the day in the channel's own zone on which they count, kept with them by the worker.
create table if not exists figure_days (
  open_channel_id bigint not null,
  day timestamptz not null,
  fact text not null,
  tier_name text,
  tier_days integer,
  coin text,
  count bigint not null,
  cents bigint not null,
  unique nulls not distinct (open_channel_id, day, fact, tier_name, tier_days, coin)
);

-- For each channel: the zone of its days, from when they are whole and when the newest sum was written, and how many had access when.
create table if not exists figure_channels (
  open_channel_id bigint primary key,
  zone text,
  days_from timestamptz,
  days_to timestamptz,
  active integer,
  active_at timestamptz
);

-- Ends of access that were set (1) and replaced (-1) since `active_at`.
create table if not exists access_changes (open_channel_id bigint not null, paid_until timestamptz not null, change integer not null);
create index if not exists access_changes_by_channel on access_changes (open_channel_id);

create or replace function mark_access_figures() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into figure_marks
  select channel, quarter_of(moment)
  from (values (new.open_channel_id, new.paid_until), (old.open_channel_id, old.paid_until)) as moments (channel, moment)
  where moment > app_now() - interval '40 days';
  insert into access_changes
  select channel, moment, change
  from (values (new.open_channel_id, new.paid_until, 1), (old.open_channel_id, old.paid_until, -1)) as moments (channel, moment, change)
  where moment is not null;
  return null;
end $$;

-- concurrently: builds each index below before the rest, while the product writes.
create index concurrently orders_by_state_and_time on orders (open_channel_id, state, created_at desc, reference);
create index concurrently donations_by_time on orders (open_channel_id, created_at desc, reference) where kind = 'donation';

-- afterwards: lists who was there before the triggers, a few thousand at a time, so that no writer waits.
create or replace procedure list_earlier_members() language plpgsql as $$
declare
  last record;
begin
  select -9223372036854775808 as channel, 0::bigint as id into last;
  loop
    with known as (
      (select open_channel_id, user_id from subscriptions where (open_channel_id, user_id) > (last.channel, last.id)
        order by 1, 2 limit 5000)
      union
      (select open_channel_id, user_id from members where (open_channel_id, user_id) > (last.channel, last.id)
        order by 1, 2 limit 5000)
      order by 1, 2 limit 5000),
    listed as (
      insert into listed_members (open_channel_id, user_id, place, paid_until)
      select open_channel_id, user_id, place_of(m.status), s.paid_until
      from known left join members m using (open_channel_id, user_id) left join subscriptions s using (open_channel_id, user_id)
      on conflict do nothing)
    select open_channel_id as channel, user_id as id into last from known order by 1 desc, 2 desc limit 1;
    exit when last.channel is null;
    commit;
  end loop;
end $$;
call list_earlier_members();
