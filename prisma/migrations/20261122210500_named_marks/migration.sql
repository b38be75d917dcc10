-- CreateTable
CREATE TABLE "publication"."named_marks" (
    "mark" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "reference" TEXT NOT NULL,

    CONSTRAINT "named_marks_pkey" PRIMARY KEY ("mark","sort_key","reference")
);

-- CreateTable
CREATE TABLE "publication"."named_count" (
    "id" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "changes" BIGINT NOT NULL,

    CONSTRAINT "named_count_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "named_marks_reference_mark_idx" ON "publication"."named_marks"("reference", "mark");

-- ── By what a named person is found ─────────────────────────────────────────
-- Beginnings of words are ranges, whatever the order of the database's language.
ALTER TABLE publication.named_marks ALTER COLUMN mark TYPE TEXT COLLATE "C";
ALTER TABLE publication.named_count ADD CONSTRAINT named_count_one CHECK (id = 1 AND people >= 0);

-- Only what the page prints is a mark, so that no filter tells more than the page does.
CREATE FUNCTION registry.marks_of(page publication.named_cases) RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = pg_catalog, publication AS $$
  SELECT DISTINCT one.mark FROM (
    SELECT '=state:' || page.state AS mark
    UNION ALL SELECT '=entity:' || page.entity
    UNION ALL SELECT '=sex:' || page.sex
    UNION ALL SELECT '=since:' || (page.content ->> 'since')
    UNION ALL SELECT '=since:' || left(page.content ->> 'since', 4)
    UNION ALL (SELECT '=process:' || (event.said ->> 'state')
      FROM jsonb_array_elements(page.content -> 'events') WITH ORDINALITY AS event (said, place)
      WHERE event.said ->> 'track' = 'process' ORDER BY event.place DESC LIMIT 1)
    UNION ALL SELECT unnest(string_to_array(page.sort_key, ' '))
  ) AS one WHERE one.mark <> ''
$$;

CREATE FUNCTION registry.mark_named() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, publication AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM publication.named_marks m USING page p WHERE m.reference = p.reference;
  END IF;
  INSERT INTO publication.named_marks (mark, sort_key, reference)
    SELECT found.mark, p.sort_key, p.reference FROM page p, LATERAL registry.marks_of(
      ROW(p.*)::publication.named_cases) AS found (mark);
  UPDATE publication.named_count SET changes = changes + 1,
    people = people + CASE TG_OP WHEN 'INSERT' THEN (SELECT count(*) FROM page) ELSE 0 END
    WHERE id = 1 AND EXISTS (SELECT FROM page);
  RETURN NULL;
END $$;
CREATE FUNCTION registry.uncount_named() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, publication AS $$
BEGIN
  DELETE FROM publication.named_marks m USING page p WHERE m.reference = p.reference;
  UPDATE publication.named_count SET changes = changes + 1, people = people - (SELECT count(*) FROM page)
    WHERE id = 1 AND EXISTS (SELECT FROM page);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry.marks_of(publication.named_cases), registry.mark_named(), registry.uncount_named() FROM PUBLIC;

INSERT INTO publication.named_count (id, people, changes) SELECT 1, count(*), 0 FROM publication.named_cases;
INSERT INTO publication.named_marks (mark, sort_key, reference)
  SELECT found.mark, p.sort_key, p.reference FROM publication.named_cases p, LATERAL registry.marks_of(p) AS found (mark);

CREATE TRIGGER marked_new AFTER INSERT ON publication.named_cases
  REFERENCING NEW TABLE AS page FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_named();
CREATE TRIGGER marked_again AFTER UPDATE ON publication.named_cases
  REFERENCING NEW TABLE AS page FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_named();
CREATE TRIGGER uncounted AFTER DELETE ON publication.named_cases
  REFERENCING OLD TABLE AS page FOR EACH STATEMENT EXECUTE FUNCTION registry.uncount_named();

GRANT SELECT ON publication.named_marks, publication.named_count TO vigilia_public, vigilia_desk, vigilia_backup;
GRANT INSERT ON publication.named_marks TO vigilia_desk;
