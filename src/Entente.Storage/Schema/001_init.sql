-- Documents with their original location and the way back to their bytes; observations with what is searched as columns.
-- Ids are content hashes: what is stored under an id never changes.
CREATE TABLE documents (
    id VARCHAR NOT NULL,
    title VARCHAR,
    byline VARCHAR,
    outlet VARCHAR,
    url VARCHAR,
    published DATE,
    published_basis VARCHAR,
    location VARCHAR NOT NULL,
    member VARCHAR,
    media_type VARCHAR NOT NULL,
    charset VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    offsets BLOB NOT NULL,
    repairs VARCHAR NOT NULL,
    dropped VARCHAR NOT NULL
);
CREATE TABLE observations (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    state_a VARCHAR,
    state_b VARCHAR,
    happened VARCHAR,
    rule VARCHAR NOT NULL,
    payload VARCHAR NOT NULL
);
