-- DropIndex
DROP INDEX "publication"."named_marks_reference_mark_idx";

-- AlterTable
ALTER TABLE "publication"."named_marks" DROP CONSTRAINT "named_marks_pkey",
DROP COLUMN "sort_key",
ADD CONSTRAINT "named_marks_pkey" PRIMARY KEY ("reference", "mark");

-- CreateTable
CREATE TABLE "publication"."named_lines" (
    "reference" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "leaf" DECIMAL(65,30) NOT NULL,
    "line" INTEGER NOT NULL,

    CONSTRAINT "named_lines_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "publication"."mark_leaves" (
    "mark" TEXT NOT NULL,
    "leaf" DECIMAL(65,30) NOT NULL,
    "lines" BIT(1024) NOT NULL,

    CONSTRAINT "mark_leaves_pkey" PRIMARY KEY ("mark","leaf")
);

-- CreateIndex
CREATE INDEX "named_lines_sort_key_reference_idx" ON "publication"."named_lines"("sort_key", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "named_lines_leaf_line_key" ON "publication"."named_lines"("leaf", "line");

-- ── Leaves of up to 1024 named people ───────────────────────────────────────
-- A search reads, for each mark, one row of bits a leaf: what two marks have in common is one AND, however many people bear them.
ALTER TABLE publication.mark_leaves ALTER COLUMN mark TYPE TEXT COLLATE "C";
-- A search reads the bits of a mark where they lie together, in the index.
ALTER TABLE publication.mark_leaves DROP CONSTRAINT mark_leaves_pkey,
  ADD CONSTRAINT mark_leaves_pkey PRIMARY KEY (mark, leaf) INCLUDE (lines);
ALTER TABLE publication.named_lines ADD CONSTRAINT named_lines_line CHECK (line BETWEEN 0 AND 1023);

-- What a mark is found under: itself, and for a word and a sound its beginnings of up to three letters.
CREATE FUNCTION registry.found_under(mark text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT mark UNION ALL
  SELECT '^' || left(mark, n) FROM generate_series(
    CASE left(mark, 1) WHEN '=' THEN 9 WHEN '~' THEN 2 ELSE 1 END,
    least(length(mark), CASE left(mark, 1) WHEN '~' THEN 4 ELSE 3 END)) AS n
$$;

-- Lays everybody from leaf `low` to before `high` (null: to the end), and these newcomers, on leaves half full.
CREATE FUNCTION registry.lay_leaves(low numeric, high numeric, newcomers text[], keys text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, publication AS $$
DECLARE
  everybody text[] := newcomers; names text[] := keys; pieces integer; each_has integer;
BEGIN
  SELECT newcomers || coalesce(array_agg(p.reference), '{}'), keys || coalesce(array_agg(p.sort_key), '{}')
    INTO everybody, names FROM named_lines p WHERE p.leaf >= low AND (high IS NULL OR p.leaf < high);
  DELETE FROM mark_leaves l USING (
    SELECT DISTINCT found.mark, p.leaf FROM named_lines p JOIN named_marks m ON m.reference = p.reference,
      registry.found_under(m.mark) AS found (mark)
    WHERE p.leaf >= low AND (high IS NULL OR p.leaf < high)) AS old
    WHERE l.mark = old.mark AND l.leaf = old.leaf;
  DELETE FROM named_lines p WHERE p.leaf >= low AND (high IS NULL OR p.leaf < high);
  pieces := greatest(1, ceil(cardinality(everybody) / 512.0));
  each_has := ceil(cardinality(everybody) / pieces::numeric);
  INSERT INTO named_lines (reference, sort_key, leaf, line)
    SELECT one.reference, one.sort_key, low + coalesce(high - low, pieces) * (one.place / each_has) / pieces, one.place % each_has
    FROM (SELECT e.reference, e.sort_key, (row_number() OVER (ORDER BY e.sort_key, e.reference))::integer - 1 AS place
      FROM unnest(everybody, names) AS e (reference, sort_key)) AS one;
  INSERT INTO mark_leaves (mark, leaf, lines)
    SELECT found.mark, p.leaf, bit_or(set_bit(0::bit(1024), p.line, 1)) FROM named_lines p
      JOIN named_marks m ON m.reference = p.reference, registry.found_under(m.mark) AS found (mark)
    WHERE p.leaf >= low AND (high IS NULL OR p.leaf < high) GROUP BY found.mark, p.leaf;
END $$;

-- Gives each newcomer a line of the leaf of whoever stands before; a leaf that would be too full is laid anew as several.
CREATE FUNCTION registry.give_lines(newcomers text[], keys text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, publication AS $$
DECLARE
  one record; next_leaf numeric; pieces integer;
BEGIN
  FOR one IN
    SELECT came.leaf, array_agg(came.reference) AS newcomers, array_agg(came.sort_key) AS keys, count(*) AS people FROM (
      SELECT n.reference, n.sort_key, coalesce(
        (SELECT p.leaf FROM named_lines p WHERE (p.sort_key, p.reference) < (n.sort_key, n.reference)
          ORDER BY p.sort_key DESC, p.reference DESC LIMIT 1),
        (SELECT min(p.leaf) FROM named_lines p), 1) AS leaf
      FROM unnest(newcomers, keys) AS n (reference, sort_key)) AS came
    GROUP BY came.leaf
  LOOP
    one.people := one.people + (SELECT count(*) FROM named_lines p WHERE p.leaf = one.leaf);
    IF one.people <= 1024 THEN
      INSERT INTO named_lines (reference, sort_key, leaf, line)
        SELECT n.reference, n.sort_key, one.leaf, free.line
        FROM unnest(one.newcomers, one.keys) WITH ORDINALITY AS n (reference, sort_key, nth)
        JOIN (SELECT l.line, row_number() OVER (ORDER BY l.line) AS nth FROM generate_series(0, 1023) AS l (line)
          WHERE NOT EXISTS (SELECT FROM named_lines p WHERE p.leaf = one.leaf AND p.line = l.line)) AS free USING (nth);
      CONTINUE;
    END IF;
    SELECT min(p.leaf) INTO next_leaf FROM named_lines p WHERE p.leaf > one.leaf;
    IF (next_leaf - one.leaf) / one.people < 1e-24 THEN
      -- No number is left between two leaves: all are numbered anew.
      PERFORM registry.lay_leaves((SELECT min(p.leaf) FROM named_lines p), NULL, one.newcomers, one.keys);
      PERFORM registry.give_lines(array_agg(n.reference), array_agg(n.sort_key))
        FROM unnest(newcomers, keys) AS n (reference, sort_key)
        WHERE NOT EXISTS (SELECT FROM named_lines p WHERE p.reference = n.reference) HAVING count(*) > 0;
      RETURN;
    END IF;
    PERFORM registry.lay_leaves(one.leaf, next_leaf, one.newcomers, one.keys);
  END LOOP;
END $$;

-- Nothing of these people is left to be found: a bit of nobody goes, and with the last of a word the word.
CREATE FUNCTION registry.take_marks(whose text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, publication AS $$
BEGIN
  UPDATE mark_leaves l SET lines = l.lines & ~gone.lines FROM (
    SELECT found.mark, p.leaf, bit_or(set_bit(0::bit(1024), p.line, 1)) AS lines FROM named_lines p
      JOIN named_marks m ON m.reference = p.reference, registry.found_under(m.mark) AS found (mark)
    WHERE p.reference = ANY (whose) GROUP BY found.mark, p.leaf) AS gone
    WHERE l.mark = gone.mark AND l.leaf = gone.leaf;
  DELETE FROM mark_leaves l USING (
    SELECT DISTINCT found.mark, p.leaf FROM named_lines p JOIN named_marks m ON m.reference = p.reference,
      registry.found_under(m.mark) AS found (mark)
    WHERE p.reference = ANY (whose)) AS gone
    WHERE l.mark = gone.mark AND l.leaf = gone.leaf AND l.lines = 0::bit(1024);
  DELETE FROM named_marks m WHERE m.reference = ANY (whose);
  DELETE FROM named_lines p WHERE p.reference = ANY (whose);
END $$;

CREATE FUNCTION registry.set_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, publication AS $$
BEGIN
  INSERT INTO mark_leaves AS l (mark, leaf, lines)
    SELECT found.mark, p.leaf, bit_or(set_bit(0::bit(1024), p.line, 1)) FROM fresh f
      JOIN named_lines p ON p.reference = f.reference, registry.found_under(f.mark) AS found (mark)
    GROUP BY found.mark, p.leaf
    ON CONFLICT (mark, leaf) DO UPDATE SET lines = l.lines | EXCLUDED.lines;
  RETURN NULL;
END $$;

-- The count is written first: whoever names or takes down waits here for whoever does so already, and then sees the leaves as they are.
CREATE OR REPLACE FUNCTION registry.mark_named() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, publication AS $$
BEGIN
  UPDATE publication.named_count SET changes = changes + 1,
    people = people + CASE TG_OP WHEN 'INSERT' THEN (SELECT count(*) FROM page) ELSE 0 END
    WHERE id = 1 AND EXISTS (SELECT FROM page);
  IF TG_OP = 'UPDATE' THEN
    PERFORM registry.take_marks(array_agg(p.reference)) FROM page p;
  END IF;
  PERFORM registry.give_lines(array_agg(p.reference), array_agg(p.sort_key)) FROM page p HAVING count(*) > 0;
  INSERT INTO publication.named_marks (reference, mark)
    SELECT p.reference, found.mark FROM page p, LATERAL registry.marks_of(
      ROW(p.*)::publication.named_cases) AS found (mark);
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION registry.uncount_named() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, publication AS $$
BEGIN
  UPDATE publication.named_count SET changes = changes + 1, people = people - (SELECT count(*) FROM page)
    WHERE id = 1 AND EXISTS (SELECT FROM page);
  PERFORM registry.take_marks(array_agg(p.reference)) FROM page p;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry.found_under(text), registry.lay_leaves(numeric, numeric, text[], text[]),
  registry.give_lines(text[], text[]), registry.take_marks(text[]), registry.set_lines() FROM PUBLIC;

SELECT registry.lay_leaves(1, NULL, array_agg(n.reference), array_agg(n.sort_key)) FROM publication.named_cases n HAVING count(*) > 0;

CREATE TRIGGER lined AFTER INSERT ON publication.named_marks
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION registry.set_lines();

GRANT SELECT ON publication.named_lines, publication.mark_leaves TO vigilia_public, vigilia_desk, vigilia_backup;
