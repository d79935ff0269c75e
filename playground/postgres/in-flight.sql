-- Records which outbox entries are leased, and by which session. Moving the clock while a worker performs an entry would
-- end its lease, and the entry would be performed twice. Only the playground and the tests run this.
create table if not exists app_in_flight (
  outbox_id bigint primary key,
  backend_pid integer not null
);
create or replace function app_note_claim() returns trigger language plpgsql as $$
begin
  if new.attempts > old.attempts and new.due_at > app_now() then
    insert into app_in_flight values (new.outbox_id, pg_backend_pid())
      on conflict (outbox_id) do update set backend_pid = excluded.backend_pid;
  else
    delete from app_in_flight where outbox_id = new.outbox_id;
  end if;
  return null;
end $$;
create or replace trigger app_note_claim after update on outbox for each row execute function app_note_claim();
-- Triggers and functions run as the login of the function that calls them.
grant all on app_in_flight to public;
