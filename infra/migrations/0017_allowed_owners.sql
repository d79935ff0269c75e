-- Which channels `/start` lists: those whose owner wants it and whose operator allows it.
alter table channels
  -- The owner wants the channel to be listed.
  add column listed boolean not null default false,
  -- What the operator's file says. Null: it says nothing, and `OWNERS` decides.
  add column file_listed boolean,
  -- The @name by which anyone can join the private channel, as long as it has one. Its owner was told about it.
  add column public_name text,
  -- When Telegram was last asked for that name.
  add column name_checked_at timestamptz;

-- A channel that was never set up in Telegram came from the operator's file, so it stays in the list.
update channels c set listed = true, file_listed = true
where not exists (
  select from audit_log a where a.act = 'channel_set_up' and a.open_channel_id = c.open_channel_id);

insert into observations (name, claimed_at) values ('public_names', app_now());

-- Returns true if the channel `of_channel` (null: a new one) can sell `private_id` and post in `public_id` (null: that one does
-- not change), and otherwise raises a unique violation. A chat is sold by one channel only, and nobody posts in a chat that is
-- sold. Channels may share a public one. Locks out every other such choice until the transaction ends and reads after that. A
-- statement without this function would read its own snapshot, which is older than the lock.
create function demand_free_places(of_channel bigint, private_id bigint, public_id bigint) returns boolean
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtext('places of channels'));
  if private_id = public_id or exists (
      select from channels c
      where c.open_channel_id is distinct from of_channel
          and private_id in (c.open_channel_id, c.closed_channel_id, c.public_channel_id)
        or c.open_channel_id = of_channel and c.public_channel_id = private_id
        or c.closed_channel_id = public_id) then
    raise unique_violation using message = 'another channel has one of these chats';
  end if;
  return true;
end $$;
