-- The same as the DuckDB store's, for many writers: document_ids decides, once for all, who stores a document; documents and observations
-- are parted by the month of publication (undated ones have a part of their own), and their parts are made when a month first comes.
CREATE TABLE document_ids (
    id text COLLATE "C" PRIMARY KEY,
    month date
);
CREATE TABLE documents (
    id text COLLATE "C" NOT NULL,
    month date,
    title text,
    byline text,
    outlet text,
    url text,
    published date,
    published_basis text,
    location text NOT NULL,
    member text,
    media_type text NOT NULL,
    charset text NOT NULL,
    body text NOT NULL,
    nulls integer[],
    offsets bytea NOT NULL,
    repairs text NOT NULL,
    dropped text NOT NULL
) PARTITION BY LIST (month);
CREATE INDEX ON documents (id);
CREATE TABLE observations (
    id text COLLATE "C" NOT NULL,
    document_id text COLLATE "C" NOT NULL,
    month date,
    published date,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    state_a text COLLATE "C",
    state_b text COLLATE "C",
    happened text,
    rule text NOT NULL,
    payload text NOT NULL,
    type text,
    modality text,
    speaker text
) PARTITION BY LIST (month);
CREATE INDEX ON observations (id);
CREATE INDEX ON observations (document_id);
CREATE INDEX ON observations (state_a, state_b, published);
CREATE TABLE documents_undated PARTITION OF documents FOR VALUES IN (NULL);
CREATE TABLE observations_undated PARTITION OF observations FOR VALUES IN (NULL);
CREATE TABLE corrections (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    observation_id text COLLATE "C" NOT NULL,
    verdict text NOT NULL,
    reason text NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL
);
CREATE INDEX ON corrections (observation_id);
CREATE TABLE originals (
    document_id text COLLATE "C" PRIMARY KEY,
    bytes bytea NOT NULL
);
