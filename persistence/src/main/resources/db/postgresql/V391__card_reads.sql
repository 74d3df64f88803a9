-- What a customer has open, and where he was to be called: as small as that, whatever his history.
create index interaction_open_customer_idx on interaction (customer_id) where state = 'OPEN';
create index work_item_called_idx on work_item (customer_id, callback_since desc, id desc) where callback_since is not null;
