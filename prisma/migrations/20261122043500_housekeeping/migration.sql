-- The rows of one person, for her recount.
-- CreateIndex
CREATE INDEX "custody_intervals_person_id_idx" ON "registry"."custody_intervals"("person_id");

-- CreateIndex
CREATE INDEX "stays_person_id_idx" ON "registry"."stays"("person_id");

-- CreateIndex
CREATE INDEX "pending_intervals_person_id_idx" ON "registry"."pending_intervals"("person_id");

-- ── Counting stays an index scan ────────────────────────────────────────────
-- A tally reads the index alone where the server's housekeeping has passed over the rows, and each row beside it where not. The defaults
-- wait until a fifth of a table has changed: a month of recounts in a large registry. One in fifty keeps its pages marked.
ALTER TABLE registry.custody_intervals SET
  (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE registry.stays SET
  (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- ── The same constraints, found quickly ─────────────────────────────────────
-- Ids made at one moment, as an import makes them, begin alike, and a GiST tree of them cannot tell its branches apart: each row
-- written or looked for then visits hundreds of pages, more as the registry grows. A hash of the id comes first and spreads them.
ALTER TABLE registry.custody_intervals DROP CONSTRAINT custody_one_answer,
  ADD CONSTRAINT custody_one_answer EXCLUDE USING gist
    (uuid_hash_extended(person_id, 0) WITH =, person_id WITH =, known WITH &&, during WITH &&);
ALTER TABLE registry.stays DROP CONSTRAINT stays_one_answer,
  ADD CONSTRAINT stays_one_answer EXCLUDE USING gist
    (uuid_hash_extended(person_id, 0) WITH =, person_id WITH =, episode WITH =, known WITH &&);
ALTER TABLE registry.pending_intervals DROP CONSTRAINT pending_one_answer,
  ADD CONSTRAINT pending_one_answer EXCLUDE USING gist (uuid_hash_extended(person_id, 0) WITH =, person_id WITH =, known WITH &&);
ALTER TABLE registry.facts DROP CONSTRAINT facts_one_at_a_place,
  ADD CONSTRAINT facts_one_at_a_place EXCLUDE USING gist
    (uuid_hash_extended(case_id, 0) WITH =, case_id WITH =, position WITH =, tstzrange(known_from, known_to) WITH &&)
    WHERE (track = 'custody' AND known_from IS NOT NULL);
