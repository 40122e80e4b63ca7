-- What is searched for, as columns; what analysts overrule, beside the evidence; and the bytes of texts that lie in no file.
ALTER TABLE observations ADD COLUMN type VARCHAR;
ALTER TABLE observations ADD COLUMN modality VARCHAR;
ALTER TABLE observations ADD COLUMN speaker VARCHAR;
UPDATE observations SET
    type = CASE WHEN kind = 'event' THEN json_extract_string(payload, '$.type') END,
    modality = CASE WHEN kind = 'event' THEN json_extract_string(payload, '$.modality') END,
    speaker = CASE WHEN kind <> 'event' THEN json_extract_string(payload, '$.speaker') END;
CREATE TABLE corrections (
    number BIGINT NOT NULL,
    observation_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    made_by VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE TABLE originals (
    document_id VARCHAR NOT NULL,
    bytes BLOB NOT NULL
);
