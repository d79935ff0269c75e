-- The figures of a channel as they were last counted, for all instances, so that a minute of presses costs one count. A run
-- that began and has not ended within 15 seconds counts as lost with its instance.
create table sales_figures (
  open_channel_id bigint primary key references channels on delete cascade,
  -- When the run that counts them now began; equal to `counted_at` while nobody counts.
  begun_at timestamptz,
  -- Null: never counted.
  counted_at timestamptz,
  figures jsonb,
  check ((figures is null) = (counted_at is null))
);

-- Finds what a purge deletes without passing over the keypads that belong to orders.
create index keypads_unused on keypads (closed_at) where order_reference is null;

-- Finds deliveries whose values Postgres refused, which stay unhandled with their payload.
create index inbox_refused on inbox (received_at) where outcome is null and payload is not null;
