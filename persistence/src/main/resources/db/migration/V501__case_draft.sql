-- The note that somebody is writing at a case: independent of what happens to the case meanwhile.
create table case_draft (
  case_id bigint not null constraint case_draft_case_fk references service_case,
  user_id bigint not null constraint case_draft_user_fk references staff_user,
  text varchar(4000) not null,
  updated_at timestamp(6) with time zone not null,
  constraint case_draft_pk primary key (case_id, user_id)
);
