-- Replaces the database's clock with one that can be moved. Only the playground and the tests run this.
create table if not exists app_clock (
  only_row boolean primary key default true check (only_row),
  shifted interval not null default '0'
);
insert into app_clock default values on conflict do nothing;
create or replace function app_now() returns timestamptz language sql stable parallel safe as
  'select now() + (select shifted from app_clock)';
grant select on app_clock to public;
