-- How a conversation ends that did no more than confirm what was bought on the site.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'SITE_ORDER', 'אישור הזמנה באתר', 'Order on the site confirmed', 920, false where not exists (select 1 from wrap_up_reason where code = 'SITE_ORDER');
