-- What complaints are about and why they came: product (empty: any) x component x cause.
create sequence complaint_cause_seq increment by 50;
create table complaint_cause (
  id bigint not null constraint complaint_cause_pk primary key,
  sku varchar(40) not null default '',
  component varchar(40) not null,
  code varchar(40) not null,
  component_he varchar(80) not null,
  component_en varchar(80) not null,
  name_he varchar(80) not null,
  name_en varchar(80) not null,
  active boolean not null,
  constraint complaint_cause_key unique (sku, component, code)
);
insert into complaint_cause (id, component, code, component_he, component_en, name_he, name_en, active) values
  (nextval('complaint_cause_seq'), 'PRODUCT', 'DEFECT', 'המוצר', 'The product', 'פגם במוצר', 'Defective product', true),
  (nextval('complaint_cause_seq'), 'PRODUCT', 'UNSUITABLE', 'המוצר', 'The product', 'המוצר לא התאים לצורך', 'Product did not suit the need', true),
  (nextval('complaint_cause_seq'), 'DELIVERY', 'LATE', 'אספקה והתקנה', 'Delivery and installation', 'איחור', 'Too late', true),
  (nextval('complaint_cause_seq'), 'DELIVERY', 'DAMAGED', 'אספקה והתקנה', 'Delivery and installation', 'נזק בהובלה או בהתקנה', 'Damage in transit or installation', true),
  (nextval('complaint_cause_seq'), 'BILLING', 'WRONG_CHARGE', 'חיוב', 'Billing', 'חיוב שגוי', 'Wrong charge', true),
  (nextval('complaint_cause_seq'), 'BILLING', 'UNCLEAR_BILL', 'חיוב', 'Billing', 'חשבון לא ברור', 'Unclear bill', true),
  (nextval('complaint_cause_seq'), 'SERVICE', 'WAIT', 'שירות', 'Service', 'זמן המתנה', 'Waiting time', true),
  (nextval('complaint_cause_seq'), 'SERVICE', 'CONDUCT', 'שירות', 'Service', 'התנהגות', 'Conduct', true),
  (nextval('complaint_cause_seq'), 'SERVICE', 'BROKEN_PROMISE', 'שירות', 'Service', 'הבטחה שלא קוימה', 'Broken promise', true),
  (nextval('complaint_cause_seq'), 'SALE', 'WRONG_INFORMATION', 'מכירה', 'Sale', 'מידע שגוי', 'Wrong information', true),
  (nextval('complaint_cause_seq'), 'SALE', 'PRESSURE', 'מכירה', 'Sale', 'לחץ במכירה', 'Pressure to buy', true),
  (nextval('complaint_cause_seq'), 'PRIVACY', 'DISCLOSURE', 'פרטיות', 'Privacy', 'חשיפת מידע', 'Disclosure of data', true),
  (nextval('complaint_cause_seq'), 'OTHER', 'PROCESS', 'אחר', 'Other', 'תהליך עבודה לקוי', 'Faulty process', true),
  (nextval('complaint_cause_seq'), 'OTHER', 'UNFOUNDED', 'אחר', 'Other', 'לא נמצאה סיבה אצלנו', 'No cause found with us', true);

-- A complaint: the stages of a case of that kind (ISO 10002).
create table complaint (
  case_id bigint not null constraint complaint_pk primary key constraint complaint_case_fk references service_case,
  customer_id bigint not null constraint complaint_customer_fk references customer,
  team_id bigint not null constraint complaint_team_fk references team,
  sku varchar(40) not null,
  component varchar(40) not null,
  channel varchar(12),
  stage varchar(12) not null,
  -- its case is not closed
  live boolean not null,
  remedy_sought varchar(12),
  remedy_words varchar(500),
  impact varchar(10),
  safety boolean not null,
  complexity varchar(10),
  immediate boolean not null,
  remedy_offered varchar(12),
  decision varchar(12),
  accepted boolean,
  cause_id bigint constraint complaint_cause_fk references complaint_cause,
  corrective_action varchar(1000),
  ombudsman boolean not null,
  received_at timestamp(6) with time zone not null,
  answered_at timestamp(6) with time zone,
  decided_at timestamp(6) with time zone,
  recourse_told_at timestamp(6) with time zone,
  -- the day of the statistics it is counted in
  counted_on date not null,
  due_at timestamp(6) with time zone not null,
  warned integer not null,
  overdue boolean not null,
  watch_at timestamp(6) with time zone,
  version integer not null default 0
);
create index complaint_live_idx on complaint (live, due_at, case_id);
create index complaint_ombudsman_idx on complaint (ombudsman, live, due_at, case_id);
create index complaint_watch_idx on complaint (watch_at, case_id);
create index complaint_group_idx on complaint (sku, component, counted_on desc, case_id desc);

-- What happened to each complaint. Rows are added, never changed.
create sequence complaint_step_seq increment by 50;
create table complaint_step (
  id bigint not null constraint complaint_step_pk primary key,
  case_id bigint not null constraint complaint_step_case_fk references complaint,
  kind varchar(20) not null,
  at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  -- who dealt with it then: a user name or the code of a team
  keeper varchar(80) not null,
  detail varchar(200),
  words varchar(4000)
);
create index complaint_step_case_idx on complaint_step (case_id, id);

-- How many complaints a day brought, counted as they come: nobody counts them in history.
create table complaint_tally (
  sku varchar(40) not null,
  component varchar(40) not null,
  team_id bigint not null,
  counted_on date not null,
  complaints integer not null,
  constraint complaint_tally_pk primary key (sku, component, team_id, counted_on)
);
create index complaint_tally_day_idx on complaint_tally (counted_on);

-- A week with more complaints than chance explains. Told once.
create sequence complaint_alarm_seq increment by 50;
create table complaint_alarm (
  id bigint not null constraint complaint_alarm_pk primary key,
  sku varchar(40) not null,
  component varchar(40) not null,
  week_of date not null,
  rule varchar(10) not null,
  complaints integer not null,
  mean double precision not null,
  upper_limit double precision not null,
  raised_at timestamp(6) with time zone not null,
  constraint complaint_alarm_key unique (sku, component, week_of, rule)
);
create index complaint_alarm_raised_idx on complaint_alarm (raised_at desc, id desc);
