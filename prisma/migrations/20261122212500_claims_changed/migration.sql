-- When what the public reads of a figure last changed: whoever follows the comparisons hears of a correction.
ALTER TABLE publication.claims ADD COLUMN changed_at timestamptz(3);
UPDATE publication.claims p SET changed_at = c.imported_at FROM registry.claims c WHERE c.id = p.id;
-- What waits for the end of the transaction is judged now, or the table could not be altered once more.
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ALTER TABLE publication.claims ALTER COLUMN changed_at SET NOT NULL;
