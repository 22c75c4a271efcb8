-- What a generation of audits knew of each employer in which it found something, or in which something
-- was cleared that the one before had found: by this the employers are ranked. signals counts what
-- stands, fresh what the audit before had not found; rank_no counts from 1 in the order in which auditors
-- look. What the tax file said is NULL where there was none.
CREATE TABLE IF NOT EXISTS audit_employer (
  generation     BIGINT         NOT NULL,
  rank_no        INT            NOT NULL,
  employer_code  VARCHAR(64)    NOT NULL,
  employer_name  VARCHAR(200)   NOT NULL,
  persons        BIGINT         NOT NULL,
  at_lower       BIGINT         NOT NULL,
  flagged        CHAR(1)        NOT NULL,
  signals        INT            NOT NULL,
  fresh          INT            NOT NULL,
  cleared        INT            NOT NULL,
  tax_persons    BIGINT         NULL,
  tax_matched    BIGINT         NULL,
  below_tax      BIGINT         NULL,
  wage_gap       DECIMAL(18, 2) NULL,
  base_short     DECIMAL(18, 2) NULL,
  employer_short DECIMAL(18, 2) NULL,
  personal_short DECIMAL(18, 2) NULL,
  PRIMARY KEY (generation, rank_no),
  UNIQUE (generation, employer_code)
) ${table_options};

-- What audits before this table left: without what was fresh or cleared, and without the tax file.
INSERT INTO audit_employer (generation, rank_no, employer_code, employer_name, persons, at_lower, flagged, signals, fresh, cleared)
SELECT g.generation, ROW_NUMBER() OVER (PARTITION BY g.generation ORDER BY g.flagged DESC, g.signals DESC, g.persons DESC, g.employer_code),
       g.employer_code, g.employer_name, g.persons, g.at_lower, g.flagged, g.signals, 0, 0
FROM (SELECT s.generation, s.employer_code, MAX(s.employer_name) AS employer_name, COALESCE(MAX(d.persons), 0) AS persons,
             COALESCE(MAX(d.at_lower), 0) AS at_lower,
             MAX(CASE WHEN s.signal_word = 'lower-limit-share' THEN 'Y' ELSE 'N' END) AS flagged, COUNT(*) AS signals
      FROM audit_signal s LEFT JOIN declaration d ON d.declaration_id = s.declaration_id
      WHERE NOT EXISTS (SELECT 1 FROM audit_employer a WHERE a.generation = s.generation)
      GROUP BY s.generation, s.employer_code) g;
