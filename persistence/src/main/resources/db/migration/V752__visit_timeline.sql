-- Visits of technicians are part of a customer's history.
create index visit_timeline_idx on visit (customer_id, booked_at desc, id desc);
