-- How a conversation ends that did no more than tell a customer that something of his was changed.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'OWN_CHANGE', 'הודעה על שינוי באזור האישי', 'Told of a change in the customer area', 910, false where not exists (select 1 from wrap_up_reason where code = 'OWN_CHANGE');
