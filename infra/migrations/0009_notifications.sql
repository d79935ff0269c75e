-- How the users that run a channel learn about sales: at each sale, once a day (a schedule of kind 'digest'), or both.
alter table channels
  add column notify_each_sale boolean not null default true,
  -- The end of the last daily digest. The next one starts there, so that every sale is in exactly one digest, even if the
  -- clocks or the owner change the hour.
  add column digested_until timestamptz;

-- A user that no longer runs a channel gets no news about its sales. The owner gets them instead.
create function forget_former_owner() returns trigger language plpgsql as $$
begin
  if new.notifications_chat_id = old.owner_user_id then new.notifications_chat_id := null; end if;
  return new;
end $$;
create trigger forget_former_owner before update of owner_user_id on channels for each row
  when (new.owner_user_id <> old.owner_user_id) execute function forget_former_owner();

create function forget_former_administrator() returns trigger language plpgsql as $$
begin
  update channels set notifications_chat_id = null
  where open_channel_id = old.open_channel_id and notifications_chat_id = old.user_id;
  return null;
end $$;
create trigger forget_former_administrator after delete on channel_administrators for each row
  execute function forget_former_administrator();
