-- How many attempts at a message got no answer, so that it may have arrived each time. Null for none.
alter table outbox add column unanswered smallint;
