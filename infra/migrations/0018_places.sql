-- Set when Telegram says that a channel no longer exists. It counts until the bot is seen in the channel again, which the
-- previous release stores without clearing it.
alter table bot_chats add column gone_at timestamptz;

-- What the bot could do in a sold chat when its owners were last told. Null: nothing was wrong. Not the same as what was seen
-- last, because the previous release stores a loss and tells nobody.
alter table bot_chats add column last_told jsonb;

-- One worker looks at all places once a day. The first time at once, because of the losses that nobody was told about.
insert into observations (name, claimed_at) values ('places', app_now() - interval '1 day');

-- The title of a group that is told about sales, so that its owner recognizes it. Null: never reported, or no group.
alter table chats add column title text;

-- Two more kinds of bulk work: to look at a place once a day, and to approve the people who waited while the bot couldn't.
drop index outbox_bulk;
create index outbox_bulk on outbox (due_at)
  where delivered_at is null and failed_at is null and kind in ('publish_post', 'remove_post', 'refresh_posts', 'sweep_twin',
    'check_place', 'approve_waiting');
-- The previous release finds its prompt entries by the index that it knows, whatever its name is.
alter index outbox_prompt rename to outbox_prompt_before_places;
create index outbox_prompt on outbox (due_at)
  where delivered_at is null and failed_at is null and kind not in ('remove_member', 'remind', 'reconcile_order',
    'publish_post', 'remove_post', 'refresh_posts', 'sweep_twin', 'check_place', 'approve_waiting');
