-- How a conversation ends that was only begun to send somebody the number he took at home.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'TICKET_SENT', 'נשלח מספר בתור בסניף', 'A number in the line of a branch was sent', 908, false where not exists (select 1 from wrap_up_reason where code = 'TICKET_SENT');
