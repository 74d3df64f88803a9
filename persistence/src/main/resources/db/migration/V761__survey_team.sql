-- Which team served him: of surveys from before, the team that has the conversation, the case or the case of the visit now, if that is still there.
alter table survey add column team_id bigint constraint survey_team_fk references team;
update survey set team_id = (select i.team_id from interaction i where i.id = survey.occasion_id) where occasion = 'CONVERSATION';
update survey set team_id = (select c.team_id from service_case c where c.id = survey.occasion_id) where occasion = 'CASE';
update survey set team_id = (select c.team_id from visit v join service_case c on c.id = v.case_id where v.id = survey.occasion_id) where occasion = 'VISIT';
