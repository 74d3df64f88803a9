-- Few customers have a parent; a guest who comes in writes no entry here.
create index customer_parent_idx on customer (parent_id) where parent_id is not null;
