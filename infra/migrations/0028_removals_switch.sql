-- The operator's switch for removals in every channel. A channel's own setting counts beside it, and the stricter one applies.
create table removals_switch (
  only_row boolean primary key default true check (only_row),
  removals text not null check (removals in ('on', 'dry_run', 'off')),
  set_at timestamptz not null default app_now()
);
insert into removals_switch (removals) values ('on');

-- The channels whose brake holds removals, for the alarm.
create index removal_brakes_booked on removal_brakes (booked_until) where booked_until is not null;
-- Who was removed since a time, for the operator.
create index audit_log_removed on audit_log (at) where act = 'removed';
