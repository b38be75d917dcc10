-- CreateTable
CREATE TABLE "registry"."pairs" (
    "id" UUID NOT NULL,
    "mark" BYTEA NOT NULL,
    "sides" BYTEA[],
    "sealed" BYTEA NOT NULL,
    "score" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reopened" BOOLEAN NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "pairs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."pair_answers" (
    "id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "why" BYTEA NOT NULL,
    "answered_by" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pair_answers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pairs_mark_key" ON "registry"."pairs"("mark");

-- CreateIndex
CREATE INDEX "pair_answers_pair_id_idx" ON "registry"."pair_answers"("pair_id");

-- AddForeignKey
ALTER TABLE "registry"."pair_answers" ADD CONSTRAINT "pair_answers_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "registry"."pairs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What somebody said of two who look alike ────────────────────────────────
ALTER TABLE registry.pairs
  ADD CONSTRAINT pairs_state CHECK (state IN ('open', 'unsure', 'different', 'same_person', 'other_episode')),
  ADD CONSTRAINT pairs_of_two CHECK (cardinality(sides) = 2 AND sides[1] <> sides[2]),
  ADD CONSTRAINT pairs_score CHECK (score BETWEEN 0 AND 1000),
  ADD CONSTRAINT pairs_answered CHECK (state = 'open' OR answered_at IS NOT NULL);
ALTER TABLE registry.pair_answers
  ADD CONSTRAINT pair_answers_answer CHECK (answer IN ('unsure', 'different', 'same_person', 'other_episode'));
CREATE INDEX pairs_by_score ON registry.pairs (state, score DESC, id);
CREATE INDEX pairs_of_side ON registry.pairs USING gin (sides);

-- Which two a pair is of never changes; a state other than open or found again is somebody's answer of that moment.
CREATE FUNCTION registry.guard_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.mark <> OLD.mark OR NEW.sides <> OLD.sides OR NEW.found_at <> OLD.found_at THEN
    RAISE EXCEPTION 'append-only: a pair is of the same two' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND NEW.state <> 'open'
     AND NOT EXISTS (SELECT FROM registry.pair_answers a WHERE a.pair_id = NEW.id AND a.answer = NEW.state AND a.answered_at = NEW.answered_at) THEN
    RAISE EXCEPTION 'a pair is answered by somebody' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.pairs FOR EACH ROW EXECUTE FUNCTION registry.guard_pair();
CREATE TRIGGER append_only BEFORE DELETE ON registry.pairs FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.pairs FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON registry.pair_answers FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.pair_answers FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT ON registry.pair_answers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
GRANT SELECT, INSERT ON registry.pairs, registry.pair_answers TO vigilia_desk;
GRANT UPDATE (sealed, score, state, reopened, answered_at) ON registry.pairs TO vigilia_desk;
GRANT SELECT ON registry.pairs, registry.pair_answers TO vigilia_backup;
REVOKE ALL ON FUNCTION registry.guard_pair() FROM PUBLIC;
