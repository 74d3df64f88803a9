-- Businesses that follow their own calls: places they are in, people who may see and do what there, and what their calls came to.
create sequence company_site_seq increment by 50;
create table company_site (
  id bigint not null constraint company_site_pk primary key,
  customer_id bigint not null constraint company_site_customer_fk references customer,
  name varchar(120) not null,
  address varchar(300) not null,
  -- which branch serves it
  branch_id bigint constraint company_site_branch_fk references branch,
  -- what the company itself calls it
  external_number varchar(40),
  active boolean not null,
  version integer not null default 0,
  constraint company_site_number_key unique (customer_id, external_number)
);
create index company_site_customer_idx on company_site (customer_id, name, id);

create sequence company_user_seq increment by 50;
create table company_user (
  id bigint not null constraint company_user_pk primary key,
  customer_id bigint not null constraint company_user_customer_fk references customer,
  name varchar(120) not null,
  -- in lower case
  email varchar(254) not null constraint company_user_email_key unique,
  phone varchar(20),
  language varchar(5) not null,
  password_hash varchar(100),
  active boolean not null,
  -- of the link by which he chooses a password; null when there is none
  invitation_hash varchar(64) constraint company_user_invitation_key unique,
  invited_until timestamp(6) with time zone,
  joined_at timestamp(6) with time zone,
  failed_sign_ins integer not null,
  locked_until timestamp(6) with time zone,
  created_by varchar(80) not null,
  created_at timestamp(6) with time zone not null,
  version integer not null default 0
);
create index company_user_customer_idx on company_user (customer_id, id);
create table company_grant (
  user_id bigint not null constraint company_grant_user_fk references company_user,
  -- 0: of the whole company
  site_id bigint not null,
  may varchar(20) not null,
  constraint company_grant_pk primary key (user_id, site_id, may)
);

create index company_user_phone_idx on company_user (phone);

-- Sessions of the portal in which the password was given after the code.
create table company_entry (
  session_id bigint not null constraint company_entry_pk primary key constraint company_entry_session_fk references portal_session on delete cascade,
  user_id bigint not null constraint company_entry_user_fk references company_user,
  entered_at timestamp(6) with time zone not null
);

create sequence company_fault_number_seq;
create table company_fault (
  code varchar(40) not null constraint company_fault_pk primary key,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  place integer not null,
  active boolean not null,
  -- under which its changes are written down
  number bigint default nextval('company_fault_number_seq') not null constraint company_fault_number_key unique,
  version integer not null default 0
);
insert into company_fault (code, name_he, name_en, place, active) values
  ('dead', 'לא נדלק', 'Does not start', 1, true), ('stops', 'נעצר באמצע', 'Stops while working', 2, true), ('connection', 'אין תקשורת', 'No connection', 3, true), ('slow', 'איטי', 'Slow', 4, true),
  ('error', 'הודעת שגיאה', 'Shows an error', 5, true), ('damage', 'נזק או שבר', 'Damaged', 6, true), ('access', 'אין גישה או הרשאה', 'No access', 7, true), ('other', 'אחר', 'Something else', 99, true);

-- What reports of a company read: one row for each of its cases, kept while it happens; nothing is counted again.
create table company_case (
  case_id bigint not null constraint company_case_pk primary key constraint company_case_case_fk references service_case,
  customer_id bigint not null constraint company_case_customer_fk references customer,
  site_id bigint constraint company_case_site_fk references company_site,
  -- who of the company opened it; null: staff did
  user_id bigint constraint company_case_user_fk references company_user,
  client_key varchar(120),
  fault varchar(40) not null constraint company_case_fault_fk references company_fault,
  kind varchar(20) not null,
  sku varchar(40),
  agreement_id bigint constraint company_case_agreement_fk references agreement,
  opened_on date not null,
  -- year and month as one number
  opened_month integer not null,
  live boolean not null,
  answer_target bigint,
  answer_seconds bigint,
  answer_met boolean,
  repair_target bigint,
  repair_seconds bigint,
  repair_met boolean,
  constraint company_case_client_key unique (customer_id, client_key)
);
create index company_case_opened_idx on company_case (customer_id, opened_on, case_id);
create index company_case_list_idx on company_case (customer_id, case_id);
create index company_case_live_idx on company_case (customer_id, live, case_id);
create index company_case_site_idx on company_case (site_id, case_id);
insert into company_case (case_id, customer_id, fault, kind, sku, agreement_id, opened_on, opened_month, live, answer_target, answer_seconds, answer_met, repair_target, repair_seconds, repair_met)
  select s.id, s.customer_id, 'other', s.kind, coalesce((select p.sku from owned_product p where p.id = s.owned_product_id), s.sku), s.agreement_id, cast(s.received_at at time zone 'Asia/Jerusalem' as date),
    cast(extract(year from s.received_at at time zone 'Asia/Jerusalem') * 100 + extract(month from s.received_at at time zone 'Asia/Jerusalem') as integer), s.live,
    a.target_seconds, case when a.status = 'FULFILLED' then a.counted_seconds end, case when a.breached_at is not null then false when a.status = 'FULFILLED' then true end,
    r.target_seconds, case when r.status = 'FULFILLED' then r.counted_seconds end, case when r.breached_at is not null then false when r.status = 'FULFILLED' then true end
  from service_case s join customer c on c.id = s.customer_id
    left join sla_clock a on a.case_id = s.id and a.metric = 'FIRST_RESPONSE' and a.run = 1
    left join sla_clock r on r.case_id = s.id and r.metric = 'RESOLUTION' and r.run = (select max(x.run) from sla_clock x where x.case_id = s.id and x.metric = 'RESOLUTION')
  where c.kind = 'COMPANY';

-- By which programs of the company ask; the key itself is shown once and not kept.
create sequence company_key_seq increment by 50;
create table company_key (
  id bigint not null constraint company_key_pk primary key,
  user_id bigint not null constraint company_key_user_fk references company_user,
  name varchar(60) not null,
  hash varchar(64) not null constraint company_key_hash_key unique,
  -- its last characters, to tell it by
  ending varchar(4) not null,
  created_at timestamp(6) with time zone not null,
  used_on date,
  revoked_at timestamp(6) with time zone
);
create index company_key_user_idx on company_key (user_id, id);

-- Reports that are sent by mail, each period once.
create sequence company_mailing_seq increment by 50;
create table company_mailing (
  id bigint not null constraint company_mailing_pk primary key,
  user_id bigint not null constraint company_mailing_user_fk references company_user,
  rhythm varchar(10) not null,
  format varchar(10) not null,
  site_id bigint constraint company_mailing_site_fk references company_site,
  sku varchar(40),
  -- the first day after the period it is about next
  due_on date not null,
  sent_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  version integer not null default 0
);
create index company_mailing_user_idx on company_mailing (user_id, id);
create index company_mailing_due_idx on company_mailing (due_on, id);

-- What closes a conversation in which somebody of a company was only told something.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'COMPANY-NOTICE', 'הודעה למשתמש של חברה', 'Told somebody of a company', 909, false where not exists (select 1 from wrap_up_reason where code = 'COMPANY-NOTICE');
