-- A shipping company's tables as they were before Gatehouse: keys of every kind, a composite one, views, columns that Gatehouse cannot hold.
CREATE SCHEMA shipping;
CREATE TABLE shipping.country (iso CHAR(2) NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL);
CREATE TABLE shipping.port (code VARCHAR(5) NOT NULL PRIMARY KEY, port_name VARCHAR(80) NOT NULL, country_iso CHAR(2) REFERENCES shipping.country (iso), tags VARCHAR(20) ARRAY);
CREATE TABLE shipping.vessel (imo INTEGER NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL, built DATE, draught DOUBLE PRECISION, active BOOLEAN DEFAULT TRUE NOT NULL);
CREATE TABLE shipping.voyage (id BIGINT NOT NULL PRIMARY KEY, vessel_imo INTEGER NOT NULL REFERENCES shipping.vessel (imo), from_port VARCHAR(5) REFERENCES shipping.port (code), to_port VARCHAR(5) REFERENCES shipping.port (code), departs TIMESTAMP, arrives TIMESTAMP WITH TIME ZONE, label VARCHAR(40) NOT NULL);
CREATE TABLE shipping.customer (id UUID NOT NULL PRIMARY KEY, company_name VARCHAR(120) NOT NULL, credit NUMERIC(12, 2), notes VARCHAR(8000), photo BYTEA);
CREATE TABLE shipping.contract (contract_no NUMERIC(10, 0) NOT NULL PRIMARY KEY, customer_id UUID NOT NULL REFERENCES shipping.customer (id), title VARCHAR(80) NOT NULL, secret_margin NUMERIC(5, 2) NOT NULL);
CREATE TABLE shipping.booking (ref VARCHAR(12) NOT NULL PRIMARY KEY, customer UUID NOT NULL REFERENCES shipping.customer (id), voyage BIGINT REFERENCES shipping.voyage (id), agent VARCHAR(18) NOT NULL, booked_at TIMESTAMP NOT NULL, "order" INTEGER);
CREATE TABLE shipping.container_kind (code SMALLINT NOT NULL PRIMARY KEY, description VARCHAR(40) NOT NULL);
CREATE TABLE shipping.container (id BIGINT NOT NULL PRIMARY KEY, kind SMALLINT REFERENCES shipping.container_kind (code), booking_ref VARCHAR(12) NOT NULL REFERENCES shipping.booking (ref), number VARCHAR(11) NOT NULL, tonnes NUMERIC(8, 3));
CREATE TABLE shipping.stowage (voyage_id BIGINT NOT NULL REFERENCES shipping.voyage (id), bay INTEGER NOT NULL, container_id BIGINT REFERENCES shipping.container (id), PRIMARY KEY (voyage_id, bay));
CREATE TABLE shipping.crew_member (id UUID NOT NULL PRIMARY KEY, full_name VARCHAR(80) NOT NULL, vessel_imo INTEGER REFERENCES shipping.vessel (imo), born DATE);
CREATE VIEW shipping.heavy_container AS SELECT c.id, c.number, c.tonnes FROM shipping.container c WHERE c.tonnes > 20;

INSERT INTO shipping.country VALUES ('NL', 'Netherlands'), ('SG', 'Singapore');
INSERT INTO shipping.port (code, port_name, country_iso) VALUES ('NLRTM', 'Rotterdam', 'NL'), ('SGSIN', 'Singapore', 'SG');
INSERT INTO shipping.vessel (imo, name, built, draught) VALUES (9321483, 'Emma', DATE '2006-08-18', 16.02), (9778791, 'Madrid', DATE '2017-04-01', 16.5);
INSERT INTO shipping.voyage VALUES (501, 9321483, 'NLRTM', 'SGSIN', TIMESTAMP '2026-03-01 06:00:00', NULL, 'E501'), (502, 9778791, 'SGSIN', 'NLRTM', TIMESTAMP '2026-03-05 18:30:00', NULL, 'M502');
INSERT INTO shipping.customer (id, company_name, credit) VALUES ('11111111-1111-4111-8111-111111111111', 'Acme Tools', 1000.50), ('22222222-2222-4222-8222-222222222222', 'Blue Foods', NULL);
INSERT INTO shipping.contract VALUES (77, '11111111-1111-4111-8111-111111111111', 'Frame 2026', 12.50);
INSERT INTO shipping.booking VALUES ('BK-1', '11111111-1111-4111-8111-111111111111', 501, '005000000000000007', TIMESTAMP '2026-02-01 10:00:00', 1), ('BK-2', '22222222-2222-4222-8222-222222222222', 502, '005000000000000008', TIMESTAMP '2026-02-02 11:15:00', 2), ('BK-3', '11111111-1111-4111-8111-111111111111', NULL, '005000000000000016', TIMESTAMP '2026-02-03 12:00:00', 3);
INSERT INTO shipping.container_kind VALUES (22, 'Twenty feet'), (45, 'Forty-five feet');
INSERT INTO shipping.container VALUES (1, 22, 'BK-1', 'MSKU0000001', 18.250), (2, 45, 'BK-1', 'MSKU0000002', 24.100), (3, 22, 'BK-2', 'MSKU0000003', 21.000), (4, NULL, 'BK-3', 'MSKU0000004', 9.500);
INSERT INTO shipping.stowage VALUES (501, 1, 1), (501, 2, 2);
INSERT INTO shipping.crew_member VALUES ('33333333-3333-4333-8333-333333333333', 'Ib Larsen', 9321483, DATE '1980-05-05');
