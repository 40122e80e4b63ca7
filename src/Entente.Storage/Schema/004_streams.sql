-- Event streams, apart from what was read in texts: each row knows its file, and each file its hash and format.
CREATE TABLE stream_files (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    row_count BIGINT NOT NULL,
    known BIGINT NOT NULL,
    malformed BIGINT NOT NULL,
    first_day DATE,
    last_day DATE
);
CREATE TABLE stream_events (
    file INTEGER NOT NULL,
    event_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    source_code VARCHAR,
    target_code VARCHAR,
    source_state VARCHAR,
    target_state VARCHAR,
    code VARCHAR NOT NULL,
    type VARCHAR,
    intensity DOUBLE,
    reports INTEGER,
    publishers VARCHAR,
    url VARCHAR
);
CREATE TABLE stream_mentions (
    file INTEGER NOT NULL,
    event_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    publishers VARCHAR,
    url VARCHAR,
    confidence INTEGER
);
CREATE TABLE stream_articles (
    file INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    publishers VARCHAR,
    url VARCHAR,
    states VARCHAR NOT NULL,
    tone DOUBLE
);
