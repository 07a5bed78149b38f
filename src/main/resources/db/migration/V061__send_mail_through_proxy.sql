-- Whether mail takes the proxy of the network settings. Not unless somebody says so: proxies seldom let mail through.
ALTER TABLE mail_server ADD COLUMN through_proxy BOOLEAN DEFAULT FALSE NOT NULL;
