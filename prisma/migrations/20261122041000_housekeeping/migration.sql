-- The rows of one person, for her recount: the index of the exclusion constraint answers it too, many times slower.
-- CreateIndex
CREATE INDEX "custody_intervals_person_id_idx" ON "registry"."custody_intervals"("person_id");

-- CreateIndex
CREATE INDEX "stays_person_id_idx" ON "registry"."stays"("person_id");

-- ── Counting stays an index scan ────────────────────────────────────────────
-- A tally reads the index alone where the server's housekeeping has passed over the rows, and each row beside it where not. The defaults
-- wait until a fifth of a table has changed: a month of recounts in a large registry. One in fifty keeps its pages marked.
ALTER TABLE registry.custody_intervals SET
  (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE registry.stays SET
  (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
