-- Technicians who come to customers, and their visits.

-- Where a town lies, and whose territory it is in.
create table locality (
  code varchar(40) not null constraint locality_pk primary key,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  territory varchar(40) not null,
  latitude double precision not null,
  longitude double precision not null
);
insert into locality (code, name_he, name_en, territory, latitude, longitude) values
  ('tel-aviv', 'תל אביב-יפו', 'Tel Aviv-Yafo', 'center', 32.0853, 34.7818), ('ramat-gan', 'רמת גן', 'Ramat Gan', 'center', 32.0684, 34.8248), ('givatayim', 'גבעתיים', 'Givatayim', 'center', 32.0722, 34.8125),
  ('bnei-brak', 'בני ברק', 'Bnei Brak', 'center', 32.0849, 34.8352), ('petah-tikva', 'פתח תקווה', 'Petah Tikva', 'center', 32.0871, 34.8875), ('holon', 'חולון', 'Holon', 'center', 32.0158, 34.7874),
  ('bat-yam', 'בת ים', 'Bat Yam', 'center', 32.0171, 34.7457), ('rishon-lezion', 'ראשון לציון', 'Rishon LeZion', 'center', 31.9730, 34.7925), ('rehovot', 'רחובות', 'Rehovot', 'center', 31.8928, 34.8113),
  ('ness-ziona', 'נס ציונה', 'Ness Ziona', 'center', 31.9293, 34.7987), ('lod', 'לוד', 'Lod', 'center', 31.9516, 34.8885), ('ramla', 'רמלה', 'Ramla', 'center', 31.9279, 34.8625), ('modiin', 'מודיעין-מכבים-רעות', 'Modi''in-Maccabim-Re''ut', 'center', 31.8980, 35.0104),
  ('herzliya', 'הרצלייה', 'Herzliya', 'sharon', 32.1624, 34.8447), ('raanana', 'רעננה', 'Ra''anana', 'sharon', 32.1848, 34.8713), ('kfar-saba', 'כפר סבא', 'Kfar Saba', 'sharon', 32.1782, 34.9076), ('hod-hasharon', 'הוד השרון', 'Hod HaSharon', 'sharon', 32.1500, 34.8880), ('netanya', 'נתניה', 'Netanya', 'sharon', 32.3215, 34.8532), ('hadera', 'חדרה', 'Hadera', 'sharon', 32.4340, 34.9197),
  ('jerusalem', 'ירושלים', 'Jerusalem', 'jerusalem', 31.7683, 35.2137), ('beit-shemesh', 'בית שמש', 'Beit Shemesh', 'jerusalem', 31.7470, 34.9881), ('mevaseret', 'מבשרת ציון', 'Mevaseret Zion', 'jerusalem', 31.8020, 35.1500), ('maale-adumim', 'מעלה אדומים', 'Ma''ale Adumim', 'jerusalem', 31.7775, 35.2980),
  ('haifa', 'חיפה', 'Haifa', 'north', 32.7940, 34.9896), ('kiryat-ata', 'קריית אתא', 'Kiryat Ata', 'north', 32.8110, 35.1130), ('nesher', 'נשר', 'Nesher', 'north', 32.7660, 35.0440), ('acre', 'עכו', 'Acre', 'north', 32.9281, 35.0765), ('nahariya', 'נהרייה', 'Nahariya', 'north', 33.0059, 35.0941), ('karmiel', 'כרמיאל', 'Karmiel', 'north', 32.9190, 35.2950), ('nazareth', 'נצרת', 'Nazareth', 'north', 32.6996, 35.3035), ('afula', 'עפולה', 'Afula', 'north', 32.6078, 35.2897), ('tiberias', 'טבריה', 'Tiberias', 'north', 32.7940, 35.5320), ('safed', 'צפת', 'Safed', 'north', 32.9646, 35.4960), ('kiryat-shmona', 'קריית שמונה', 'Kiryat Shmona', 'north', 33.2079, 35.5697),
  ('ashdod', 'אשדוד', 'Ashdod', 'south', 31.8044, 34.6553), ('ashkelon', 'אשקלון', 'Ashkelon', 'south', 31.6688, 34.5743), ('kiryat-gat', 'קריית גת', 'Kiryat Gat', 'south', 31.6100, 34.7642), ('beer-sheva', 'באר שבע', 'Be''er Sheva', 'south', 31.2530, 34.7915), ('dimona', 'דימונה', 'Dimona', 'south', 31.0690, 35.0330), ('arad', 'ערד', 'Arad', 'south', 31.2588, 35.2128), ('eilat', 'אילת', 'Eilat', 'south', 29.5577, 34.9519);

-- What is done on a visit: how long it takes, who may do it and with what.
create table visit_kind (
  code varchar(40) not null constraint visit_kind_pk primary key,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  minutes integer not null,
  skill varchar(40) not null,
  certificate varchar(40),
  tools varchar(200) not null
);
insert into visit_kind (code, name_he, name_en, minutes, skill, certificate, tools) values
  ('installation', 'התקנה', 'Installation', 60, 'installation', null, 'drill'),
  ('repair', 'תיקון תקלה', 'Repair', 45, 'repair', null, ''),
  ('electricity', 'עבודה בלוח החשמל', 'Work at the fuse box', 60, 'repair', 'electrician', 'multimeter'),
  ('pickup', 'איסוף או החלפה', 'Pick-up or exchange', 20, 'logistics', null, '');

create sequence technician_seq increment by 50;
create table technician (
  id bigint not null constraint technician_pk primary key,
  user_id bigint not null constraint technician_user_key unique constraint technician_user_fk references staff_user,
  latitude double precision not null,
  longitude double precision not null,
  calendar_code varchar(40) not null,
  van_id bigint constraint technician_van_fk references stock_location,
  active boolean not null,
  version integer not null default 0
);
-- A skill, or a certificate that is valid until a day.
create table technician_ability (
  technician_id bigint not null constraint technician_ability_technician_fk references technician,
  code varchar(40) not null,
  valid_until date not null,
  constraint technician_ability_pk primary key (technician_id, code)
);
create table technician_territory (
  technician_id bigint not null constraint technician_territory_technician_fk references technician,
  territory varchar(40) not null,
  constraint technician_territory_pk primary key (technician_id, territory)
);
create table technician_tool (
  technician_id bigint not null constraint technician_tool_technician_fk references technician,
  tool varchar(40) not null,
  constraint technician_tool_pk primary key (technician_id, tool)
);
-- Days on which he does not work though his calendar says so.
create table technician_absence (
  technician_id bigint not null constraint technician_absence_technician_fk references technician,
  absent_on date not null,
  constraint technician_absence_pk primary key (technician_id, absent_on)
);

-- Whoever changes the plan of a day locks its row first.
create table dispatch_day (
  visit_day date not null constraint dispatch_day_pk primary key,
  changes bigint not null
);

create sequence visit_seq increment by 50;
create sequence visit_number_seq start with 300001;
create table visit (
  id bigint not null constraint visit_pk primary key,
  number varchar(20) not null constraint visit_number_key unique,
  case_id bigint not null constraint visit_case_fk references service_case,
  customer_id bigint not null constraint visit_customer_fk references customer,
  kind varchar(40) not null constraint visit_kind_fk references visit_kind,
  sku varchar(40),
  address varchar(300) not null,
  directions varchar(500) not null,
  locality varchar(40) not null constraint visit_locality_fk references locality,
  latitude double precision not null,
  longitude double precision not null,
  minutes integer not null,
  priority integer not null,
  visit_day date not null,
  -- he was promised that the technician comes between these
  window_from timestamp(6) with time zone not null,
  window_to timestamp(6) with time zone not null,
  preferred_id bigint constraint visit_preferred_fk references technician,
  technician_id bigint constraint visit_technician_fk references technician,
  -- a dispatcher put it there; planning leaves it with him
  fixed boolean not null,
  planned_at timestamp(6) with time zone,
  planned_until timestamp(6) with time zone,
  state varchar(20) not null,
  cause varchar(20),
  note varchar(2000),
  on_the_way_at timestamp(6) with time zone,
  arrived_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  compensation integer not null,
  signed_by varchar(120),
  signature varchar(20000),
  booked_by varchar(80) not null,
  booked_at timestamp(6) with time zone not null,
  version integer not null default 0
);
create index visit_day_idx on visit (visit_day, technician_id, planned_at, id);
create index visit_case_idx on visit (case_id, id);
create index visit_technician_idx on visit (technician_id, visit_day);
create index visit_customer_idx on visit (customer_id, id);

create table visit_part (
  visit_id bigint not null constraint visit_part_visit_fk references visit,
  sku varchar(40) not null,
  quantity integer not null,
  constraint visit_part_pk primary key (visit_id, sku)
);

-- What happened to each visit. Rows are added, never changed.
create sequence visit_event_seq increment by 50;
create table visit_event (
  id bigint not null constraint visit_event_pk primary key,
  visit_id bigint not null constraint visit_event_visit_fk references visit,
  kind varchar(20) not null,
  at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  detail varchar(300)
);
create index visit_event_visit_idx on visit_event (visit_id, id);

create sequence visit_photo_seq increment by 50;
create table visit_photo (
  id bigint not null constraint visit_photo_pk primary key,
  visit_id bigint not null constraint visit_photo_visit_fk references visit,
  at timestamp(6) with time zone not null,
  taken_by varchar(80) not null,
  content bytea not null
);
create index visit_photo_visit_idx on visit_photo (visit_id, id);

-- The first visit of each fault, and whether it was the last within thirty days. Kept while it happens; nothing is counted again.
create table first_fix (
  case_id bigint not null constraint first_fix_pk primary key constraint first_fix_case_fk references service_case,
  customer_id bigint not null constraint first_fix_customer_fk references customer,
  sku varchar(40) not null,
  kind varchar(40) not null,
  technician_id bigint not null constraint first_fix_technician_fk references technician,
  visited_on date not null,
  fixed boolean not null,
  cause varchar(20),
  returned_on date
);
create index first_fix_day_idx on first_fix (visited_on, technician_id);
create index first_fix_customer_idx on first_fix (customer_id, sku, visited_on);

-- The last time the plan of a day was made.
create table planning_run (
  visit_day date not null constraint planning_run_pk primary key,
  state varchar(10) not null,
  started_by varchar(80) not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  planned integer not null,
  left_out integer not null,
  moved integer not null,
  driving_minutes integer not null,
  out_of_time boolean not null
);
