create index customer_parent_idx on customer (parent_id);
