-- Whoever is to be called: where, since when he waits for it, and how it may end by itself.
alter table work_item add column callback_number varchar(40);
alter table work_item add column callback_since timestamp(6) with time zone;
create index work_item_callback_idx on work_item (callback_number, state);

-- Reasons that no agent chooses.
insert into wrap_up_reason (id, code, name_he, name_en, position, active) values (nextval('wrap_up_reason_seq'), 'REACHED', 'הלקוח קיבל מענה בדרך אחרת', 'Customer reached on another way', 900, false);
insert into wrap_up_reason (id, code, name_he, name_en, position, active) values (nextval('wrap_up_reason_seq'), 'ASKED_AGAIN', 'פנייה חוזרת של הלקוח תפסה את מקומה', 'Customer got in touch again', 901, false);
insert into wrap_up_reason (id, code, name_he, name_en, position, active) values (nextval('wrap_up_reason_seq'), 'NOT_REACHED', 'לא היה מענה לשיחות חוזרות', 'Called back without an answer', 902, false);
insert into wrap_up_reason (id, code, name_he, name_en, position, active) values (nextval('wrap_up_reason_seq'), 'GAVE_UP', 'ניתוק בהמתנה, ללא מספר לחזרה', 'Hung up while waiting, number withheld', 903, false);
