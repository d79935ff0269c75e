-- An owner may give access for ever, which is stored as a million days. The code limits other numbers, and `manual_extensions`
-- takes no less than one day.
alter table rulings drop constraint rulings_days_check;
