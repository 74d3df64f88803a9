-- What a customer gets back for a time that was not kept: percent of the monthly fee for each miss, and at most so many in a month.
alter table agreement_level add column credit_percent numeric(5, 2);
alter table agreement_level add column credit_most numeric(5, 2);
alter table agreement add column monthly_fee numeric(12, 2);
