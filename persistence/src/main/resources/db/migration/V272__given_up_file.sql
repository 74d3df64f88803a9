-- Why a file was given up, so that it can be said in every language.
alter table awaited_file add column why varchar(16);
update awaited_file set why = 'REFUSED' where state = 'GIVEN_UP';
