-- A list of members that a manager hands over, see docs/decisions/0034-taking-over.md.
create table takeovers (
  takeover_id bigint generated always as identity primary key,
  open_channel_id bigint not null references channels on delete cascade,
  -- Of the file, so that the same one is not taken over twice.
  digest text not null,
  state text not null default 'staging' check (state in ('staging', 'compared', 'applying', 'applied', 'undoing', 'undone')),
  started_by bigint not null,
  started_at timestamptz not null default app_now(),
  confirmed_by bigint,
  confirmed_at timestamptz,
  -- May it take away days that were given by hand?
  shorten boolean not null default false,
  -- Until then nobody is removed because of this list.
  held_until timestamptz,
  undone_by bigint,
  -- When its last page was written: of giving, or of taking back.
  finished_at timestamptz,
  -- The lines decided so far, and those that are to be decided in the present state.
  done integer not null default 0,
  total integer not null default 0,
  -- Distinguishes the promises of its pages.
  pages integer not null default 0
);
create unique index takeovers_one_of_a_file on takeovers (open_channel_id, digest) where state <> 'undone';
create index takeovers_applied on takeovers (takeover_id) where state = 'applied';

create table takeover_lines (
  takeover_id bigint not null references takeovers on delete cascade,
  line integer not null,
  -- Null as long as nobody is known by the name. Such a line waits for them.
  user_id bigint check (user_id between 1 and 4503599627370496),
  -- In lower case, without @.
  username text,
  -- 'infinity': for ever.
  until timestamptz not null,
  note text,
  -- What the manager was shown.
  verdict text,
  -- What became of it, and of its undoing. Null: not decided yet.
  outcome text,
  -- What undoing needs: how access and removal were before, the subscription's version after, and the grants by hand that it
  -- ended. Without a version, there is nothing to undo.
  until_before timestamptz,
  removed_before timestamptz,
  version_after integer,
  ended_grants text[],
  primary key (takeover_id, line),
  check (user_id is not null or username is not null)
);
create index takeover_lines_undecided on takeover_lines (takeover_id, line) where outcome is null and user_id is not null;
create index takeover_lines_of_user on takeover_lines (user_id) where outcome is null and user_id is not null;
create index takeover_lines_waiting on takeover_lines (username) where outcome is null and user_id is null;
create index takeover_lines_given on takeover_lines (takeover_id, user_id, version_after desc) where version_after is not null;

-- The list that the days come from. Its members are managed by the bot, even if they were in the chat before it.
alter table manual_extensions add column takeover_id bigint;
-- A list says a moment, and days are whole: so much less than they say.
alter table manual_extensions add column less_ms integer check (less_ms between 0 and 86399999);
-- Nobody is removed until then, because a list was taken over.
alter table channels add column removals_held_until timestamptz;

-- Somebody was met whose name is on a list. Their lines wait no longer.
-- It runs with the rights of its owner, see 0027.
select set_config('search_path', current_setting('search_path') || ', pg_temp', true);
create function note_listed_name() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update takeover_lines set user_id = new.chat_id
  where username = lower(new.username) and outcome is null and user_id is null;
  return null;
end $$;
create trigger note_new_listed_name after insert on chats for each row
  when (new.username is not null and new.chat_id > 0) execute function note_listed_name();
create trigger note_listed_name after update of username on chats for each row
  when (new.username is distinct from old.username and new.username is not null and new.chat_id > 0)
  execute function note_listed_name();
