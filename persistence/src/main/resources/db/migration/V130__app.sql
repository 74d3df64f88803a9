-- The organisation's own mobile app: sessions its back office opened for customers who signed in, what is shown in the app, and where it is told that there is news.
create sequence app_session_seq increment by 50;
create table app_session (
  id bigint not null constraint app_session_pk primary key,
  secret_hash varchar(64) not null constraint app_session_secret_key unique,
  account_id bigint not null constraint app_session_account_fk references channel_account,
  customer_id bigint not null constraint app_session_customer_fk references customer,
  address varchar(40) not null,
  device varchar(120),
  language varchar(2) not null,
  opened_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);
create index app_session_address_idx on app_session (account_id, address);

-- One list for each customer, the same on all his devices. The counter gives places in the order of commits.
create table app_box (
  account_id bigint not null constraint app_box_account_fk references channel_account,
  address varchar(40) not null,
  last_position integer not null,
  constraint app_box_pk primary key (account_id, address)
);
create table app_line (
  account_id bigint not null,
  address varchar(40) not null,
  position integer not null,
  message_id bigint not null constraint app_line_message_fk references message constraint app_line_message_key unique,
  constraint app_line_pk primary key (account_id, address, position)
);

create sequence app_subscription_seq increment by 50;
create table app_subscription (
  id bigint not null constraint app_subscription_pk primary key,
  session_id bigint not null constraint app_subscription_session_fk references app_session,
  endpoint varchar(1000) not null,
  endpoint_hash varchar(64) not null constraint app_subscription_endpoint_key unique,
  p256dh varchar(100) not null,
  auth varchar(40) not null,
  created_at timestamp(6) with time zone not null
);
create index app_subscription_session_idx on app_subscription (session_id);
