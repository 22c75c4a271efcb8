-- standing may be PENDING: accepted while an approved version is in force (CURRENT), whose place it takes
-- once it is approved. Before, such a version took the place at once; the newest approved one that
-- it displaced is in force again. The inner selects are derived tables, since MariaDB may not
-- read the table that it updates.
UPDATE declaration SET standing = 'PENDING' WHERE declaration_id IN (
  SELECT n.declaration_id FROM (
    SELECT c.declaration_id FROM declaration c
    WHERE c.standing = 'CURRENT' AND c.state NOT IN ('APPROVED', 'CONFIRMED') AND EXISTS (
      SELECT 1 FROM declaration o WHERE o.policy = c.policy AND o.contribution_year = c.contribution_year
      AND o.population = c.population AND o.employer_code = c.employer_code
      AND o.standing = 'REPLACED' AND o.state IN ('APPROVED', 'CONFIRMED'))) n);

UPDATE declaration SET standing = 'CURRENT' WHERE declaration_id IN (
  SELECT n.declaration_id FROM (
    SELECT o.declaration_id FROM declaration o
    WHERE o.standing = 'REPLACED' AND o.state IN ('APPROVED', 'CONFIRMED')
    AND EXISTS (
      SELECT 1 FROM declaration p WHERE p.policy = o.policy AND p.contribution_year = o.contribution_year
      AND p.population = o.population AND p.employer_code = o.employer_code AND p.standing = 'PENDING')
    AND NOT EXISTS (
      SELECT 1 FROM declaration c WHERE c.policy = o.policy AND c.contribution_year = o.contribution_year
      AND c.population = o.population AND c.employer_code = o.employer_code AND c.standing = 'CURRENT')
    AND NOT EXISTS (
      SELECT 1 FROM declaration l WHERE l.policy = o.policy AND l.contribution_year = o.contribution_year
      AND l.population = o.population AND l.employer_code = o.employer_code AND l.version > o.version
      AND l.standing = 'REPLACED' AND l.state IN ('APPROVED', 'CONFIRMED'))) n);
