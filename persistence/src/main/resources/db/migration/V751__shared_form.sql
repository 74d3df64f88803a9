-- SPDX-License-Identifier: Apache-2.0
-- Forms that an agent and a customer fill in together beside their chat.
create table shared_form_template (
  code varchar(40) not null constraint shared_form_template_pk primary key,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  place integer not null,
  active boolean not null
);
create table shared_form_template_field (
  template_code varchar(40) not null constraint shared_form_template_field_fk references shared_form_template,
  place integer not null,
  kind varchar(20) not null,
  label_he varchar(120) not null,
  label_en varchar(120) not null,
  required boolean not null,
  constraint shared_form_template_field_pk primary key (template_code, place)
);
insert into shared_form_template (code, name_he, name_en, place, active) values
  ('contact', 'פרטי קשר', 'Contact details', 1, true), ('address', 'כתובת למשלוח או לביקור', 'Address for a delivery or a visit', 2, true), ('product', 'פרטי המוצר', 'Product details', 3, true), ('identity', 'אימות זהות', 'Proof of identity', 4, true);
insert into shared_form_template_field (template_code, place, kind, label_he, label_en, required) values
  ('contact', 1, 'NAME', 'שם מלא', 'Full name', true), ('contact', 2, 'PHONE', 'טלפון', 'Telephone', true), ('contact', 3, 'EMAIL', 'דואר אלקטרוני', 'E-mail', false),
  ('address', 1, 'NAME', 'שם המקבל', 'Name of the recipient', true), ('address', 2, 'PHONE', 'טלפון', 'Telephone', true), ('address', 3, 'ADDRESS', 'רחוב ומספר', 'Street and number', true), ('address', 4, 'TEXT', 'כניסה, קומה ודירה', 'Entrance, floor and apartment', false), ('address', 5, 'TOWN', 'יישוב', 'Town', true),
  ('product', 1, 'TEXT', 'מוצר או דגם', 'Product or model', true), ('product', 2, 'TEXT', 'מספר סידורי', 'Serial number', false), ('product', 3, 'TEXT', 'מתי נקנה', 'When it was bought', false), ('product', 4, 'TEXT', 'מה התקלה', 'What is wrong', true),
  ('identity', 1, 'NAME', 'שם מלא', 'Full name', true), ('identity', 2, 'IDENTITY', 'מספר זהות', 'Identity number', true);

create sequence shared_form_seq increment by 50;
create table shared_form (
  id bigint not null constraint shared_form_pk primary key,
  interaction_id bigint not null constraint shared_form_interaction_fk references interaction,
  template_code varchar(40) not null constraint shared_form_template_fk references shared_form_template,
  state varchar(10) not null,
  opened_by varchar(80) not null,
  opened_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null default 0
);
create index shared_form_interaction_idx on shared_form (interaction_id, state);
-- What stands in a field while it is open; nothing of it stays once it was sent or withdrawn.
create table shared_form_value (
  form_id bigint not null constraint shared_form_value_fk references shared_form,
  place integer not null,
  content varchar(200) not null,
  by_customer boolean not null,
  constraint shared_form_value_pk primary key (form_id, place)
);
