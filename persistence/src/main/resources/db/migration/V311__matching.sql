-- Under which keys a customer is looked for when somebody may be the same: only known ones, never guests.
create table customer_match_key (
  match_key varchar(60) not null,
  customer_id bigint not null constraint customer_match_key_customer_fk references customer,
  constraint customer_match_key_pk primary key (match_key, customer_id)
);
create index customer_match_key_customer_idx on customer_match_key (customer_id);

-- Two who may be one, the lower id first.
create sequence duplicate_pair_seq increment by 50;
create table duplicate_pair (
  id bigint not null constraint duplicate_pair_pk primary key,
  one_id bigint not null constraint duplicate_pair_one_fk references customer,
  other_id bigint not null constraint duplicate_pair_other_fk references customer,
  state varchar(10) not null,
  certain boolean not null,
  score integer not null,
  evidence varchar(2000) not null,
  policy_version integer not null,
  -- of what was compared: a pair that was told apart comes again only when that changed
  fingerprint varchar(64) not null,
  found_at timestamp(6) with time zone not null,
  proposed_by varchar(80),
  decided_by varchar(80),
  decided_at timestamp(6) with time zone,
  merge_id bigint constraint duplicate_pair_merge_fk references customer_merge,
  version integer not null default 0,
  constraint duplicate_pair_key unique (one_id, other_id),
  constraint duplicate_pair_order_check check (one_id < other_id)
);
create index duplicate_pair_open_idx on duplicate_pair (state, score desc, id desc);
create index duplicate_pair_other_idx on duplicate_pair (other_id);
create index duplicate_pair_merge_idx on duplicate_pair (merge_id);

-- A search for duplicates among all customers, done in steps by whichever node holds it; where it stopped it goes on.
create sequence duplicate_search_seq increment by 50;
create table duplicate_search (
  id bigint not null constraint duplicate_search_pk primary key,
  phase varchar(10) not null,
  merge_certain boolean not null,
  after_customer bigint not null,
  last_customer bigint not null,
  after_key varchar(60) not null,
  after_pair bigint not null,
  customers integer not null,
  keys_written bigint not null,
  keys_read bigint not null,
  compared bigint not null,
  found integer not null,
  merged integer not null,
  started_by varchar(80) not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  node varchar(80),
  held_until timestamp(6) with time zone,
  version integer not null default 0
);
create index duplicate_search_phase_idx on duplicate_search (phase);
