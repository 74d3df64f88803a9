-- Providers are away in one direction or the other, for a cause that can be said in every language; the reason is in their words. What is away now shows anew.
drop table account_outage;
create table account_outage (
  account_id bigint not null constraint account_outage_account_fk references channel_account,
  way varchar(8) not null,
  since timestamp(6) with time zone not null,
  noticed_at timestamp(6) with time zone not null,
  cause varchar(16) not null,
  reason varchar(500) not null,
  constraint account_outage_pk primary key (account_id, way)
);
