-- The version in force that a draft was written against: what came in force since is not undone unseen.
alter table rule_version add column based_on integer;
