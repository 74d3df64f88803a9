-- Who listened to whom is in the audit; that it is asked of an exchange is a telephony command.
drop table listen_in;
drop sequence listen_in_seq;
