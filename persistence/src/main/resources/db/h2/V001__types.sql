-- H2 caps VARBINARY at 1 MB; raw mails and attachments are larger.
create domain payload as binary large object;
