-- Tables of the demo organisation: objects that Gatehouse manages, and a billing system that was there before it.
CREATE SCHEMA IF NOT EXISTS records;
CREATE SCHEMA IF NOT EXISTS billing;

CREATE TABLE records.account (
    id VARCHAR(18) NOT NULL PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    owner_id VARCHAR(18) NOT NULL,
    type VARCHAR(40),
    industry VARCHAR(40),
    rating VARCHAR(20),
    phone VARCHAR(40),
    website VARCHAR(255),
    billing_city VARCHAR(80),
    billing_country VARCHAR(80),
    annual_revenue NUMERIC(18, 2),
    number_of_employees NUMERIC(9, 0),
    parent_id VARCHAR(18) REFERENCES records.account (id),
    description VARCHAR(32000),
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    created_date TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    last_modified_date TIMESTAMP WITH TIME ZONE NOT NULL,
    last_modified_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id)
);
CREATE INDEX account_owner_id ON records.account (owner_id);
CREATE INDEX account_parent_id ON records.account (parent_id);

CREATE TABLE records.contact (
    id VARCHAR(18) NOT NULL PRIMARY KEY,
    name VARCHAR(121) NOT NULL,
    first_name VARCHAR(40),
    last_name VARCHAR(80) NOT NULL,
    owner_id VARCHAR(18) NOT NULL,
    account_id VARCHAR(18) REFERENCES records.account (id),
    title VARCHAR(128),
    department VARCHAR(80),
    email VARCHAR(254),
    phone VARCHAR(40),
    mailing_city VARCHAR(80),
    birthdate DATE,
    personal_email VARCHAR(254),
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    created_date TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    last_modified_date TIMESTAMP WITH TIME ZONE NOT NULL,
    last_modified_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id)
);
CREATE INDEX contact_owner_id ON records.contact (owner_id);
CREATE INDEX contact_account_id ON records.contact (account_id);

CREATE TABLE records.product (
    id VARCHAR(18) NOT NULL PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    product_code VARCHAR(40),
    family VARCHAR(40),
    list_price NUMERIC(18, 2),
    is_active BOOLEAN NOT NULL,
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    created_date TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    last_modified_date TIMESTAMP WITH TIME ZONE NOT NULL,
    last_modified_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id)
);

CREATE TABLE records.opportunity (
    id VARCHAR(18) NOT NULL PRIMARY KEY,
    name VARCHAR(120) NOT NULL,
    owner_id VARCHAR(18) NOT NULL,
    account_id VARCHAR(18) REFERENCES records.account (id),
    stage_name VARCHAR(40) NOT NULL,
    amount NUMERIC(18, 2),
    probability NUMERIC(3, 0),
    close_date DATE NOT NULL,
    is_closed BOOLEAN NOT NULL,
    is_won BOOLEAN NOT NULL,
    lead_source VARCHAR(40),
    next_step VARCHAR(255),
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    created_date TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    last_modified_date TIMESTAMP WITH TIME ZONE NOT NULL,
    last_modified_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id)
);
CREATE INDEX opportunity_owner_id ON records.opportunity (owner_id);
CREATE INDEX opportunity_account_id ON records.opportunity (account_id);

CREATE TABLE records.opportunity_line (
    id VARCHAR(18) NOT NULL PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    opportunity_id VARCHAR(18) NOT NULL REFERENCES records.opportunity (id),
    product_id VARCHAR(18) REFERENCES records.product (id),
    quantity NUMERIC(9, 0) NOT NULL,
    unit_price NUMERIC(18, 2),
    total_price NUMERIC(18, 2),
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    created_date TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    last_modified_date TIMESTAMP WITH TIME ZONE NOT NULL,
    last_modified_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id)
);
CREATE INDEX opportunity_line_opportunity_id ON records.opportunity_line (opportunity_id);
CREATE INDEX opportunity_line_product_id ON records.opportunity_line (product_id);

CREATE TABLE records.support_case (
    id VARCHAR(18) NOT NULL PRIMARY KEY,
    case_number VARCHAR(20) NOT NULL,
    owner_id VARCHAR(18) NOT NULL,
    subject VARCHAR(255),
    status VARCHAR(20) NOT NULL,
    priority VARCHAR(20),
    origin VARCHAR(20),
    account_id VARCHAR(18) REFERENCES records.account (id),
    contact_id VARCHAR(18) REFERENCES records.contact (id),
    description VARCHAR(32000),
    closed_date TIMESTAMP WITH TIME ZONE,
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    created_date TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    last_modified_date TIMESTAMP WITH TIME ZONE NOT NULL,
    last_modified_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id)
);
CREATE INDEX support_case_owner_id ON records.support_case (owner_id);
CREATE INDEX support_case_account_id ON records.support_case (account_id);
CREATE INDEX support_case_contact_id ON records.support_case (contact_id);

CREATE TABLE records.task (
    id VARCHAR(18) NOT NULL PRIMARY KEY,
    subject VARCHAR(255) NOT NULL,
    owner_id VARCHAR(18) NOT NULL,
    what_id VARCHAR(18),
    who_id VARCHAR(18) REFERENCES records.contact (id),
    status VARCHAR(20) NOT NULL,
    priority VARCHAR(20) NOT NULL,
    activity_date DATE,
    description VARCHAR(32000),
    is_deleted BOOLEAN DEFAULT FALSE NOT NULL,
    created_date TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id),
    last_modified_date TIMESTAMP WITH TIME ZONE NOT NULL,
    last_modified_by_id VARCHAR(18) NOT NULL REFERENCES gatehouse.app_user (id)
);
CREATE INDEX task_owner_id ON records.task (owner_id);
CREATE INDEX task_what_id ON records.task (what_id);
CREATE INDEX task_who_id ON records.task (who_id);

CREATE TABLE billing.inv_header (
    inv_no VARCHAR(20) NOT NULL PRIMARY KEY,
    acct VARCHAR(18) REFERENCES records.account (id),
    inv_dt DATE,
    due_dt DATE,
    st VARCHAR(10),
    net_amt NUMERIC(14, 2),
    tax_amt NUMERIC(14, 2),
    margin_pct NUMERIC(5, 2)
);
CREATE INDEX inv_header_acct ON billing.inv_header (acct);

CREATE TABLE billing.inv_pos (
    pos_key VARCHAR(24) NOT NULL PRIMARY KEY,
    inv_no VARCHAR(20) NOT NULL REFERENCES billing.inv_header (inv_no),
    pos NUMERIC(5, 0),
    descr VARCHAR(255),
    qty NUMERIC(9, 2),
    price NUMERIC(14, 2)
);
CREATE INDEX inv_pos_inv_no ON billing.inv_pos (inv_no);
