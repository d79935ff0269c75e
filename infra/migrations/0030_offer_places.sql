-- The chats that an offer lets people into. `channels` stays the offer: its `closed_channel_id` is the main place.
create table places (
  open_channel_id bigint not null,
  chat_id bigint not null check (chat_id < 0),
  kind text not null check (kind in ('channel', 'supergroup')),
  role text not null check (role in ('main', 'discussion', 'extra')),
  -- The order in which buyers see them. The main place is 0.
  position smallint not null,
  -- Null: the title in `bot_chats`.
  title text,
  opened_at timestamptz not null default app_now(),
  -- Set when the owner takes the place away from the offer. Its members are removed.
  closed_at timestamptz,
  primary key (open_channel_id, chat_id)
);
create index places_by_chat on places (chat_id);
create unique index places_one_main on places (open_channel_id) where role = 'main';

-- A user in a chat, whichever offers let them in: what Telegram showed of them, how they came in, and their removal.
create table place_access (
  chat_id bigint not null,
  user_id bigint not null,
  -- Null: never seen.
  status text,
  origin text check (origin in ('admitted', 'before', 'unknown')),
  is_protected boolean not null default false,
  seen_at timestamptz,
  -- Set before Telegram is asked to remove them, so that a crash in between is known afterwards.
  removing_since timestamptz,
  -- When Telegram showed that they are out.
  removed_at timestamptz,
  primary key (chat_id, user_id),
  check ((status is null) = (origin is null))
);

-- Links into a place, each bound to its buyer. At most one is live for each user and chat.
create table place_links (
  invite_link text primary key,
  chat_id bigint not null,
  user_id bigint not null,
  -- The offer that it was made for.
  open_channel_id bigint not null,
  order_reference text,
  expires_at timestamptz not null,
  created_at timestamptz not null default app_now(),
  revoked_at timestamptz,
  revoked_because text check (revoked_because in ('used', 'ended', 'replaced')),
  check ((revoked_at is null) = (revoked_because is null))
);

-- What is sold today is an offer with one main place. Reading takes long and locks nobody out. Nothing is indexed yet.
insert into places (open_channel_id, chat_id, kind, role, position)
select open_channel_id, closed_channel_id, 'channel', 'main', 0 from channels where closed_channel_id is not null;
create view main_access as
select p.chat_id, user_id, m.status, m.origin, coalesce(m.is_protected, false) as is_protected, m.seen_at, s.removing_since, s.removed_at
from members m full join (
    select * from subscriptions where removing_since is not null or removed_at is not null) s using (open_channel_id, user_id)
  join places p using (open_channel_id);
insert into place_access select * from main_access;
insert into place_links
select invite_link, closed_channel_id, user_id, open_channel_id, order_reference, expires_at, created_at, revoked_at, revoked_because
from invite_links;
create index place_links_by_user on place_links (user_id, chat_id);

-- From here on, nobody writes: only what changed since is read again, in a fraction of a second.
lock table channels, subscriptions, members, invite_links in share row exclusive mode;
delete from places p using channels c
where c.open_channel_id = p.open_channel_id and p.chat_id is distinct from c.closed_channel_id;
insert into places (open_channel_id, chat_id, kind, role, position)
select open_channel_id, closed_channel_id, 'channel', 'main', 0 from channels where closed_channel_id is not null
on conflict do nothing;
delete from place_access a
where not exists (select from main_access n where (n.chat_id, n.user_id) = (a.chat_id, a.user_id));
insert into place_access
select n.* from main_access n left join place_access a using (chat_id, user_id)
where a.user_id is null
  or (a.status, a.origin, a.is_protected, a.seen_at, a.removing_since, a.removed_at)
    is distinct from (n.status, n.origin, n.is_protected, n.seen_at, n.removing_since, n.removed_at)
on conflict (chat_id, user_id) do update set status = excluded.status, origin = excluded.origin,
  is_protected = excluded.is_protected, seen_at = excluded.seen_at, removing_since = excluded.removing_since,
  removed_at = excluded.removed_at;
drop view main_access;
delete from place_links l where not exists (
  select from invite_links i where i.invite_link = l.invite_link and i.revoked_at is not distinct from l.revoked_at);
insert into place_links
select invite_link, closed_channel_id, user_id, open_channel_id, order_reference, expires_at, created_at, revoked_at, revoked_because
from invite_links where not exists (select from place_links l where l.invite_link = invite_links.invite_link);
create unique index place_links_one_live on place_links (chat_id, user_id) where revoked_at is null;
alter table places add foreign key (open_channel_id) references channels on delete cascade;
-- Null until Telegram says it. Last, because nobody reads the table while it is altered.
alter table bot_chats add column kind text check (kind in ('channel', 'supergroup'));

-- For one release both sides are kept in step, whichever release writes: the tables above are what counts, and `members`,
-- `invite_links` and two columns of `subscriptions` say the same about the main place. A trigger never answers another one.
-- They run with the rights of their owner, see 0027.
select set_config('search_path', current_setting('search_path') || ', pg_temp', true);

create function keep_main_place() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from places
  where open_channel_id = new.open_channel_id and role = 'main' and chat_id is distinct from new.closed_channel_id;
  insert into places (open_channel_id, chat_id, kind, role, position)
  select new.open_channel_id, new.closed_channel_id,
    coalesce((select b.kind from bot_chats b where b.chat_id = new.closed_channel_id), 'channel'), 'main', 0
  where new.closed_channel_id is not null
  on conflict (open_channel_id, chat_id) do update set role = 'main', position = 0, closed_at = null;
  return null;
end $$;
create trigger keep_main_place after insert or update of closed_channel_id on channels for each row
  execute function keep_main_place();

create function keep_place_member() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into place_access (chat_id, user_id, status, origin, is_protected, seen_at)
  select p.chat_id, new.user_id, new.status, new.origin, new.is_protected, new.seen_at
  from places p where p.open_channel_id = new.open_channel_id and p.role = 'main'
  on conflict (chat_id, user_id) do update set status = excluded.status, origin = excluded.origin,
    is_protected = excluded.is_protected, seen_at = excluded.seen_at;
  return null;
end $$;
create trigger keep_place_member after insert or update on members for each row when (pg_trigger_depth() = 0)
  execute function keep_place_member();

create function keep_place_removal() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into place_access (chat_id, user_id, removing_since, removed_at)
  select p.chat_id, new.user_id, new.removing_since, new.removed_at
  from places p where p.open_channel_id = new.open_channel_id and p.role = 'main'
  on conflict (chat_id, user_id) do update set removing_since = excluded.removing_since, removed_at = excluded.removed_at;
  return null;
end $$;
create trigger keep_place_removal after update of removing_since, removed_at on subscriptions for each row
  when (pg_trigger_depth() = 0
    and (old.removing_since, old.removed_at) is distinct from (new.removing_since, new.removed_at))
  execute function keep_place_removal();

-- The previous release asks one offer whether it may remove from its main place. While another offer lets the member in, it finds
-- no row to write, so it doesn't kick. This release writes `place_access`, so its own removals aren't held back.
create function keep_shared_member() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if exists (
      select from places m join places p on p.chat_id = m.chat_id and p.open_channel_id <> m.open_channel_id and p.closed_at is null
        join subscriptions s on (s.open_channel_id, s.user_id) = (p.open_channel_id, new.user_id)
      where m.open_channel_id = new.open_channel_id and m.role = 'main' and s.paid_until > app_now()
        and not exists (select from bans b where (b.open_channel_id, b.user_id) = (s.open_channel_id, s.user_id))) then
    return null;
  end if;
  return new;
end $$;
create trigger keep_shared_member before update of removing_since on subscriptions for each row
  when (pg_trigger_depth() = 0 and old.removing_since is null and new.removing_since is not null)
  execute function keep_shared_member();

create function keep_place_link() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into place_links
  select new.invite_link, new.closed_channel_id, new.user_id, new.open_channel_id, new.order_reference, new.expires_at,
    new.created_at, new.revoked_at, new.revoked_because
  on conflict do nothing;
  update place_links set revoked_at = new.revoked_at, revoked_because = new.revoked_because
  where invite_link = new.invite_link and revoked_at is distinct from new.revoked_at;
  return null;
end $$;
create trigger keep_place_link after insert or update on invite_links for each row when (pg_trigger_depth() = 0)
  execute function keep_place_link();

create function keep_main_member() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into members (open_channel_id, user_id, status, origin, is_protected, seen_at)
  select p.open_channel_id, new.user_id, new.status, new.origin, new.is_protected, new.seen_at
  from places p where p.chat_id = new.chat_id and p.role = 'main' and new.status is not null
  on conflict (open_channel_id, user_id) do update set status = excluded.status, origin = excluded.origin,
    is_protected = excluded.is_protected, seen_at = excluded.seen_at;
  update subscriptions s set removing_since = new.removing_since, removed_at = new.removed_at
  from places p
  where p.chat_id = new.chat_id and p.role = 'main' and (s.open_channel_id, s.user_id) = (p.open_channel_id, new.user_id)
    and (s.removing_since, s.removed_at) is distinct from (new.removing_since, new.removed_at);
  return null;
end $$;
create trigger keep_main_member after insert or update on place_access for each row when (pg_trigger_depth() = 0)
  execute function keep_main_member();

create function keep_main_link() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into invite_links
  select new.invite_link, new.open_channel_id, new.user_id, new.chat_id, new.order_reference, new.expires_at, new.created_at,
    new.revoked_at, new.revoked_because
  from places p where (p.open_channel_id, p.chat_id) = (new.open_channel_id, new.chat_id) and p.role = 'main'
  on conflict do nothing;
  update invite_links set revoked_at = new.revoked_at, revoked_because = new.revoked_because
  where invite_link = new.invite_link and revoked_at is distinct from new.revoked_at;
  return null;
end $$;
create trigger keep_main_link after insert or update on place_links for each row when (pg_trigger_depth() = 0)
  execute function keep_main_link();

create function forget_place_link() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from place_links where invite_link = old.invite_link;
  return null;
end $$;
create trigger forget_place_link after delete on invite_links for each row execute function forget_place_link();

-- As before, and nobody posts in a place of any offer.
create or replace function demand_free_places(of_channel bigint, private_id bigint, public_id bigint) returns boolean
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtext('places of channels'));
  if private_id = public_id or exists (
      select from channels c
      where c.open_channel_id is distinct from of_channel
          and private_id in (c.open_channel_id, c.closed_channel_id, c.public_channel_id)
        or c.open_channel_id = of_channel and c.public_channel_id = private_id
        or c.closed_channel_id = public_id)
      or exists (select from places p where p.chat_id = public_id and p.closed_at is null) then
    raise unique_violation using message = 'another channel has one of these chats';
  end if;
  return true;
end $$;

-- Returns true if the offer can open this chat, and otherwise raises a unique violation: somebody posts there, or it is a place of
-- another owner. Locks like `demand_free_places`, so that the two don't pass each other.
create function demand_free_place(of_channel bigint, place_id bigint) returns boolean language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtext('places of channels'));
  if exists (select from channels c where c.public_channel_id = place_id)
      or exists (
        select from places p join channels c using (open_channel_id)
        where p.chat_id = place_id and p.closed_at is null
          and c.owner_user_id <> (select o.owner_user_id from channels o where o.open_channel_id = of_channel)) then
    raise unique_violation using message = 'another channel has this chat';
  end if;
  return true;
end $$;
