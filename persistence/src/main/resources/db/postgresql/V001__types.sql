create domain payload as bytea;
