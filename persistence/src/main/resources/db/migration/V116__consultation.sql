-- A question to a colleague about a conversation, with the note that asks it. Open until he answers, or it needs no answer any more.
create sequence consultation_seq increment by 50;
create table consultation (
  id bigint not null constraint consultation_pk primary key,
  interaction_id bigint not null constraint consultation_interaction_fk references interaction,
  asked_by bigint not null constraint consultation_asker_fk references staff_user,
  colleague_id bigint not null constraint consultation_colleague_fk references staff_user,
  note_id bigint not null constraint consultation_note_fk references internal_note,
  asked_at timestamp(6) with time zone not null,
  outcome varchar(12),
  ended_at timestamp(6) with time zone,
  version integer not null default 0
);
create index consultation_colleague_idx on consultation (colleague_id, ended_at, asked_at);
create index consultation_interaction_idx on consultation (interaction_id, id);

-- The note that tells why, beside what happened.
alter table interaction_event add column note_id bigint constraint interaction_event_note_fk references internal_note;
