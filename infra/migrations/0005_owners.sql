-- Owners run their channels from inside Telegram: their settings, their managers, and the questions they are asked.
alter table channels
  -- The public channel that gets the posts, if there is one. open_channel_id stays the same when the public channel changes;
  -- without a public channel, it is the id of the private one.
  add column public_channel_id bigint check (public_channel_id::text ~ '^-100[0-9]{1,13}$'),
  -- While set, nothing is sold. Members keep the access they paid for.
  add column paused_at timestamptz,
  add column time_zone text not null default 'UTC',
  drop constraint channels_check;
update channels set public_channel_id = open_channel_id where public_channel_id is null;
create index channels_by_owner on channels (owner_user_id);

-- The users that run a channel besides its owner. shared/domain/common/roles.ts ranks the roles.
create table channel_administrators (
  open_channel_id bigint not null references channels on delete cascade,
  user_id bigint not null check (user_id between 1 and 4503599627370496),
  role text not null check (role in ('manager', 'read_only')),
  added_by bigint not null,
  created_at timestamptz not null default app_now(),
  primary key (open_channel_id, user_id)
);
create index channel_administrators_by_user on channel_administrators (user_id);

-- The question whose answer a user is asked to type, one at a time. It waits for days, and ends with the next button.
create table dialogs (
  user_id bigint primary key,
  question text not null,
  open_channel_id bigint not null references channels on delete cascade,
  -- The message that asks, in the chat with the user. The next step edits it.
  message_id bigint,
  draft jsonb not null default '{}' check (jsonb_typeof(draft) = 'object'),
  asked_at timestamptz not null default app_now()
);

-- Daily work at an hour of the channel's own time zone. The statement that finds a schedule due both moves it on and writes
-- its promise, so it happens once, however many workers look.
create table schedules (
  open_channel_id bigint not null references channels on delete cascade,
  kind text not null check (kind in ('posts', 'digest')),
  hour smallint not null check (hour between 0 and 23),
  next_at timestamptz not null,
  primary key (open_channel_id, kind)
);
create index schedules_due on schedules (next_at);

-- The first time after `after` at which the local clock in `zone` shows this full hour. If the hour is skipped, the next one
-- counts. If it comes twice, it counts once.
create function next_local_hour(hour int, zone text, after timestamptz) returns timestamptz language sql stable as $$
  select min(at) from generate_series(0, 2) as d (days),
    lateral (select ((after at time zone zone)::date + days + make_time(hour, 0, 0)) at time zone zone as at) as candidate
  where at > after
$$;
