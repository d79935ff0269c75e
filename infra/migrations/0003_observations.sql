-- Checks that only one instance makes for all: how Telegram sees our webhook, and which alarms are on. A worker that finds a
-- check due claims it with this row, so that any number of workers check once. The rows are inserted here, because a claim
-- is only an update.
create table observations (
  name text primary key,
  value jsonb,
  observed_at timestamptz,
  claimed_at timestamptz not null
);
insert into observations (name, claimed_at) values ('status', app_now()), ('telegram_webhook', app_now());

-- Recent counts, by the minute since the epoch, so that an alarm can ask for the last hour.
alter table counters add column recent jsonb not null default '{}' check (jsonb_typeof(recent) = 'object');

-- Set if reconciliation found the payment before its IPN arrived. An IPN that arrives later clears it.
alter table inbox add column is_recovered boolean not null default false;
