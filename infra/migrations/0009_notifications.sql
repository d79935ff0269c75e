-- How those who run a channel hear of what comes in: of each sale at once, or once a day (a schedule of kind 'digest'), or both.
alter table channels
  add column notify_each_sale boolean not null default true,
  -- Until when the daily digests have told. Each goes on where the last one ended, so that every sale is in one of them,
  -- whatever the clocks and the owner do to the hour.
  add column digested_until timestamptz;

-- Whoever does not run a channel any more is not told of its sales any more: from then on its owner is.
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
