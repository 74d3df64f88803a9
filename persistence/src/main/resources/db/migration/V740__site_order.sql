-- What a buyer on the site said of his order: how it gets to him, and the code he sees it by.
create table site_order (
  order_id bigint not null constraint site_order_pk primary key constraint site_order_order_fk references sale_order,
  code varchar(20) not null,
  -- of the form: sent again it is the same order
  client_key varchar(60) not null constraint site_order_key unique,
  manner varchar(8) not null,
  buyer_name varchar(120) not null,
  email varchar(254),
  phone varchar(40),
  address varchar(300),
  -- code of the stock location it is fetched from
  location varchar(40),
  placed_at timestamp(6) with time zone not null
);
