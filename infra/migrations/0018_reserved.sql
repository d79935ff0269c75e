-- Holds the place of a migration that is built at the same time. Replace this file with it.
select 1;
