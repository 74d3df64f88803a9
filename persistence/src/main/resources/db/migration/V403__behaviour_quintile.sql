-- From which number on a customer who buys is of the second to the fifth fifth of all who do; null where nobody is. Reckoned every night.
create table behaviour_quintile (
  fact varchar(20) not null constraint behaviour_quintile_pk primary key,
  second_from bigint,
  third_from bigint,
  fourth_from bigint,
  fifth_from bigint,
  reckoned_at timestamp(6) with time zone not null
);
