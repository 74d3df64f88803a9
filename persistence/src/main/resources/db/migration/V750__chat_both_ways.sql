-- SPDX-License-Identifier: Apache-2.0
-- A chat is typed in and read both ways, and goes on in another window.
-- secret of the window it was in before: whoever still has that is told that it went on
alter table chat_session add column left_hash varchar(64);
-- of the link by which it goes on, good once and for minutes
alter table chat_session add column passage_hash varchar(64);
alter table chat_session add column passage_until timestamp(6) with time zone;
alter table chat_session add column typed_at timestamp(6) with time zone;
-- our messages up to here are in the window, and were before somebody's eyes
alter table chat_session add column got_position integer not null default 0;
alter table chat_session add column read_position integer not null default 0;
-- sent to him by mail
alter table chat_session add column transcript_at timestamp(6) with time zone;
create index chat_session_left_idx on chat_session (left_hash);
create index chat_session_passage_idx on chat_session (passage_hash);
