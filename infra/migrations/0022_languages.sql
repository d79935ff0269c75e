-- What a user reads: the language they chose, and the language_code that Telegram last gave for them. Null: unknown.
alter table chats add column language text;
alter table chats add column language_code text;
-- What is read in a channel and in the groups that are told about its sales. Null: the owner hasn't chosen.
alter table channels add column language text;
