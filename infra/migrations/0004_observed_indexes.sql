-- Separate from the changes of the tables, because those lock a whole table for a moment. Here it stays readable.
create index inbox_recovered on inbox (received_at) where is_recovered;

-- For the few rows that alarms look for.
create index outbox_failing on outbox (kind) where delivered_at is null and failed_at is null and failures >= 3;
create index audit_log_removal_failed on audit_log (at) where act = 'removal_failed';
