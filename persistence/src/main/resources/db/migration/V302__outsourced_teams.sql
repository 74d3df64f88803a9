-- People of another firm who serve for us: they do not see identity numbers.
alter table team add column outsourced boolean not null default false;
