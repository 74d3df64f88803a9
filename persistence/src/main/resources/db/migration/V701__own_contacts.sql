-- Who was signed in at the portal when he opened a chat.
alter table chat_session add column customer_id bigint constraint chat_session_customer_fk references customer;
create index chat_session_customer_idx on chat_session (customer_id);
