-- Who wants to hear of an offer again is promised to be asked again.
alter table offer_outcome add column promise_id bigint constraint offer_outcome_promise_fk references promise;
