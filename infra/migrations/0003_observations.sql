-- What is looked at once for all instances: how Telegram sees our webhook, and which alarms are on. Whoever finds that a
-- look is due claims it by this row, so that any number of workers look once. The rows are made here, for a claim is an
-- update and nothing else.
create table observations (
  name text primary key,
  value jsonb,
  observed_at timestamptz,
  claimed_at timestamptz not null
);
insert into observations (name, claimed_at) values ('status', app_now()), ('telegram_webhook', app_now());

-- What was counted of late, by the minute since the epoch, so that an alarm can ask for the last hour alone.
alter table counters add column recent jsonb not null default '{}' check (jsonb_typeof(recent) = 'object');

-- Found by asking NOWPayments, for its IPN has not come. One that comes later clears it.
alter table inbox add column is_recovered boolean not null default false;
