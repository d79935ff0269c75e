-- Amounts in cents that donors give with one tap: at most four. Null: the owner chose none.
alter table channels add column donation_presets jsonb;
-- The amounts on the buttons of this keypad, so that a later change of the owner's never charges another amount.
alter table keypads add column presets jsonb;
alter table keypads add column last_cents integer;
-- What the donor chose. Copied to the order, which outlives the keypad. Null: nothing.
alter table keypads add column donor_note text;
alter table keypads add column is_anonymous boolean;
-- The update_id of the tap that chose `is_anonymous`, because taps arrive in any order.
alter table keypads add column anonymity_tap bigint;
alter table orders add column donor_note text;
alter table orders add column is_anonymous boolean;
