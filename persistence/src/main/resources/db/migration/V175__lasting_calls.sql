-- Which calls last, asked whenever the line to an exchange is made anew.
create index phone_call_lasting_idx on phone_call (account_id, ended_at);
