-- The yes to mail without encryption is to one address: after a change of the address there is another yes.
alter table mail_warning drop constraint mail_warning_pkey;
alter table mail_warning add primary key (asked_delivery_id, address);
