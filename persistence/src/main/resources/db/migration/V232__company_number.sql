-- Companies are found by their number when what is known of them comes in a sheet.
create index customer_company_number_idx on customer (company_number);
