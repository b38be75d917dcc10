-- The hash alone: with the id beside it the planner takes these indexes for a way to one person's rows and reads them whole. Two
-- people in one of 2^64 hashes would be refused, never counted wrongly.
ALTER TABLE registry.custody_intervals DROP CONSTRAINT custody_one_answer,
  ADD CONSTRAINT custody_one_answer EXCLUDE USING gist (uuid_hash_extended(person_id, 0) WITH =, known WITH &&, during WITH &&);
ALTER TABLE registry.stays DROP CONSTRAINT stays_one_answer,
  ADD CONSTRAINT stays_one_answer EXCLUDE USING gist (uuid_hash_extended(person_id, 0) WITH =, episode WITH =, known WITH &&);
ALTER TABLE registry.pending_intervals DROP CONSTRAINT pending_one_answer,
  ADD CONSTRAINT pending_one_answer EXCLUDE USING gist (uuid_hash_extended(person_id, 0) WITH =, known WITH &&);
ALTER TABLE registry.facts DROP CONSTRAINT facts_one_at_a_place,
  ADD CONSTRAINT facts_one_at_a_place EXCLUDE USING gist
    (uuid_hash_extended(case_id, 0) WITH =, position WITH =, tstzrange(known_from, known_to) WITH &&)
    WHERE (track = 'custody' AND known_from IS NOT NULL);

-- Short detentions are counted from their index alone, as the stock is.
DROP INDEX registry.stays_short;
CREATE INDEX stays_short ON registry.stays (exit) INCLUDE (known) WHERE counted AND short;
