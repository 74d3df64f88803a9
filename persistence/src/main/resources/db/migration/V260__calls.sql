-- Who accepted a call has not spoken to its customer yet: by when he must have, else it goes back to the line.
alter table work_item add column connect_by timestamp(6) with time zone;
create index work_item_connect_idx on work_item (connect_by);
-- How it came that somebody is to be called back.
alter table work_item add column callback_origin varchar(12);
update work_item set served_at = coalesce(offered_at, waiting_since) where state = 'ACCEPTED' and served_at is null;

-- A call that was answered and waits again: the newest of these moments says which it is.
alter table phone_call add column last_queued_at timestamp(6) with time zone;
alter table phone_call add column last_answered_at timestamp(6) with time zone;
-- What whoever answers next must know.
alter table telephony_command add column note_id bigint constraint telephony_command_note_fk references internal_note;
create index telephony_command_waiting_idx on telephony_command (state, expires_at);

-- A reason that no agent chooses; another migration may have brought it.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'WITHDRAWN', 'אין עוד צורך בשיחה חוזרת', 'No call back needed any more', 904, false where not exists (select 1 from wrap_up_reason where code = 'WITHDRAWN');
