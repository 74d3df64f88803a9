-- The beginning of a word, whatever the collation of the database.
create index product_word_beginning_idx on product_word (word varchar_pattern_ops, product_id);
