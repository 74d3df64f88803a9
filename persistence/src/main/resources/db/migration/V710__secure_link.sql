-- Secure links: what is sent to a customer to sign, photograph, pay or look at, and what became of it.

create sequence form_template_seq increment by 50;
create table form_template (
  id bigint not null constraint form_template_pk primary key,
  code varchar(40) not null,
  -- a text that was changed is another edition: what was signed keeps its own
  edition integer not null,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  text_he varchar(20000) not null,
  text_en varchar(20000) not null,
  newest boolean not null,
  active boolean not null,
  saved_by varchar(80) not null,
  saved_at timestamp(6) with time zone not null,
  version integer not null,
  constraint form_template_edition_key unique (code, edition)
);

create sequence secure_link_seq increment by 50;
create table secure_link (
  id bigint not null constraint secure_link_pk primary key,
  -- names it to staff and in addresses; opens nothing
  reference varchar(20) not null constraint secure_link_reference_key unique,
  token_hash varchar(64) not null constraint secure_link_token_key unique,
  kind varchar(20) not null,
  customer_id bigint not null constraint secure_link_customer_fk references customer,
  interaction_id bigint constraint secure_link_interaction_fk references interaction,
  case_id bigint constraint secure_link_case_fk references service_case,
  language varchar(8) not null,
  -- of a form: what is signed, as it was when it was sent
  template_id bigint constraint secure_link_template_fk references form_template,
  title varchar(200) not null,
  words varchar(30000),
  order_number varchar(40),
  proof varchar(20) not null,
  -- where the code goes
  proof_address varchar(254),
  -- of token and agreed digits together
  digits_hash varchar(64),
  tries integer not null,
  -- of what the browser holds that proved itself
  browser_hash varchar(64),
  sent_by varchar(80) not null,
  sent_by_id bigint constraint secure_link_user_fk references staff_user,
  way varchar(20) not null,
  state varchar(20) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  opened_at timestamp(6) with time zone,
  settled_at timestamp(6) with time zone,
  -- of a chat: the message whose text holds the address until the link is over
  message_id bigint,
  version integer not null
);
create index secure_link_customer_idx on secure_link (customer_id, id desc);
create index secure_link_case_idx on secure_link (case_id, id desc);
create index secure_link_interaction_idx on secure_link (interaction_id);
create index secure_link_template_idx on secure_link (template_id);
create index secure_link_user_idx on secure_link (sent_by_id);
create index secure_link_expires_idx on secure_link (expires_at);

-- Forms that were signed, each tied to the one before it.
create sequence signed_form_seq increment by 50;
create table signed_form (
  id bigint not null constraint signed_form_pk primary key,
  number bigint not null constraint signed_form_number_key unique,
  link_id bigint not null constraint signed_form_link_key unique constraint signed_form_link_fk references secure_link,
  -- who it was when it was signed; no reference, so that it stays what was signed when customers become one
  signer_id bigint not null,
  template_code varchar(40) not null,
  edition integer not null,
  language varchar(8) not null,
  title varchar(200) not null,
  words varchar(30000) not null,
  strokes varchar(100000) not null,
  signer varchar(120) not null,
  proved_by varchar(300) not null,
  address varchar(80) not null,
  device varchar(200) not null,
  signed_at timestamp(6) with time zone not null,
  pdf bytea not null,
  text_hash varchar(64) not null,
  strokes_hash varchar(64) not null,
  pdf_hash varchar(64) not null,
  content_hash varchar(64) not null,
  before_hash varchar(64) not null,
  chain_hash varchar(64) not null
);

-- The end of the chain: one row, locked by whoever adds to it.
create table signed_form_chain (
  id integer not null constraint signed_form_chain_pk primary key,
  number bigint not null,
  end_hash varchar(64) not null
);
insert into signed_form_chain (id, number, end_hash) values (1, 0, '');

-- What customers photographed or filmed for us; content only until it is checked and in its conversation.
create sequence link_upload_seq increment by 50;
create table link_upload (
  id bigint not null constraint link_upload_pk primary key,
  link_id bigint not null constraint link_upload_link_fk references secure_link,
  file_name varchar(120) not null,
  content_type varchar(80) not null,
  size bigint not null,
  content bytea,
  state varchar(20) not null,
  attempts integer not null,
  next_attempt_at timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null,
  settled_at timestamp(6) with time zone,
  finding varchar(200),
  version integer not null
);
create index link_upload_link_idx on link_upload (link_id, id);
create index link_upload_due_idx on link_upload (state, next_attempt_at);

-- How a conversation ends that did no more than bring a link.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'LINK', 'נשלח קישור מאובטח', 'A secure link was sent', 910, false where not exists (select 1 from wrap_up_reason where code = 'LINK');
