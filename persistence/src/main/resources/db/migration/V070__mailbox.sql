-- Which node reads which mailbox, and how far it has come: mails up to last_uid are known even when somebody else marked them read.
create table mailbox_lease (
  account_id bigint not null constraint mailbox_lease_pk primary key constraint mailbox_lease_account_fk references channel_account,
  node varchar(120) not null,
  held_until timestamp(6) with time zone not null,
  uid_validity bigint,
  last_uid bigint
);
