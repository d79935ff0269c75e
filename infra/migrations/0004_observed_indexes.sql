-- Apart from what changes the tables, which must be locked whole, if only for a moment: here they can be read meanwhile.
create index inbox_recovered on inbox (received_at) where is_recovered;

-- What alarms look for among much that is well.
create index outbox_failing on outbox (kind) where delivered_at is null and failed_at is null and failures >= 3;
create index audit_log_removal_failed on audit_log (at) where act = 'removal_failed';
