create index interaction_open_customer_idx on interaction (customer_id, state);
create index work_item_called_idx on work_item (customer_id, callback_since desc, id desc);
