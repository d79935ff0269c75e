-- In Telegram's words: why a chat refused what was promised to it, such as a user who blocked the bot. Kept if the chat
-- takes messages again, so that such a promise raises no alarm, however it ends.
alter table outbox add column chat_refusal text;

-- The discussion group of a channel, as Telegram last said. Members removed from the channel stay there.
alter table bot_chats add column linked_chat_id bigint;
