-- Causes are kept by administrators from now on: nobody overwrites what he has not seen.
alter table complaint_cause add column version integer default 0 not null;

-- What the report of a year counts: minutes from receipt to the first acknowledgement, calendar days to the decision.
alter table complaint add column acknowledged_after integer;
alter table complaint add column decided_after integer;
update complaint set acknowledged_after = greatest(0, cast(floor((extract(epoch from (select min(s.at) from complaint_step s where s.case_id = complaint.case_id and s.kind = 'ACKNOWLEDGED')) - extract(epoch from received_at)) / 60) as integer))
  where exists (select 1 from complaint_step s where s.case_id = complaint.case_id and s.kind = 'ACKNOWLEDGED');
-- due_at is the beginning of the 46th day
update complaint set decided_after = greatest(0, 46 - cast(ceil((extract(epoch from due_at) - extract(epoch from decided_at)) / 86400) as integer)) where decided_at is not null;
create index complaint_year_idx on complaint (counted_on);
