-- What may be offered to customers.
create sequence offer_seq increment by 50;
create table offer (
  id bigint not null constraint offer_pk primary key,
  code varchar(40) not null constraint offer_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  script_he varchar(1000) not null,
  script_en varchar(1000) not null,
  -- what is sold when it is accepted, where that is one product
  sku varchar(40),
  worth_minor bigint not null,
  currency varchar(3) not null,
  priority integer not null,
  first_day date not null,
  last_day date,
  paused boolean not null,
  lead_team_id bigint constraint offer_lead_team_fk references team,
  terms text not null,
  changed_by varchar(80) not null,
  changed_at timestamp(6) with time zone not null,
  version integer not null default 0
);

-- What became of it with whom. Nothing here is changed afterwards.
create sequence offer_outcome_seq increment by 50;
create table offer_outcome (
  id bigint not null constraint offer_outcome_pk primary key,
  offer_id bigint not null constraint offer_outcome_offer_fk references offer,
  customer_id bigint not null constraint offer_outcome_customer_fk references customer,
  interaction_id bigint constraint offer_outcome_interaction_fk references interaction,
  kind varchar(10) not null,
  refusal varchar(12),
  later_on date,
  channel varchar(12),
  initiative boolean not null,
  -- whether he heard of it with this one, or had just before
  told boolean not null,
  noted_by varchar(80) not null,
  noted_at timestamp(6) with time zone not null
);
create index offer_outcome_customer_idx on offer_outcome (customer_id, noted_at desc, id desc);
create index offer_outcome_offer_idx on offer_outcome (offer_id, noted_at desc, id desc);
create index offer_outcome_noted_idx on offer_outcome (noted_at, id);

-- Counted as it happens: rates are read without counting outcomes.
create table offer_count (
  offer_id bigint not null constraint offer_count_offer_fk references offer,
  counted_on date not null,
  told integer not null,
  accepted integer not null,
  refused integer not null,
  later integer not null,
  constraint offer_count_pk primary key (offer_id, counted_on)
);

-- What an agent may not close himself, for those who sell.
create sequence lead_seq increment by 50;
create table lead (
  id bigint not null constraint lead_pk primary key,
  customer_id bigint not null constraint lead_customer_fk references customer,
  offer_id bigint constraint lead_offer_fk references offer,
  interaction_id bigint constraint lead_interaction_fk references interaction,
  sku varchar(40),
  subject varchar(200) not null,
  reason varchar(1000) not null,
  worth_minor bigint,
  currency varchar(3) not null,
  team_id bigint not null constraint lead_team_fk references team,
  owner_id bigint constraint lead_owner_fk references staff_user,
  state varchar(8) not null,
  loss varchar(12),
  made_by varchar(80) not null,
  created_at timestamp(6) with time zone not null,
  taken_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  version integer not null default 0
);
create index lead_customer_idx on lead (customer_id, created_at desc, id desc);
create index lead_team_idx on lead (team_id, state, created_at desc, id desc);
create index lead_created_idx on lead (created_at desc, id desc);
create index lead_made_by_idx on lead (made_by, created_at desc, id desc);
