-- Nothing of the models changes: what somebody wrote about a public page was answered, they had time to come back, and then its words go
-- as those of an erased report do. That it came, and how it ended, stays. What waits for our answer stays whole.
CREATE FUNCTION registry.fade_replies(before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE ids uuid[];
BEGIN
  SELECT coalesce(array_agg(r.report_id), '{}') INTO ids
  FROM registry.replies r JOIN registry.reports p ON p.id = r.report_id
  WHERE r.settled_at < before AND p.stage <> 'withdrawn' AND NOT EXISTS (
    SELECT FROM registry.receipts c JOIN registry.threads h ON h.id = c.thread_id WHERE c.report_id = r.report_id AND h.waiting = 'us');
  IF cardinality(ids) > 0 THEN PERFORM registry.erase_reports(ids); END IF;
  RETURN cardinality(ids);
END $$;
REVOKE ALL ON FUNCTION registry.fade_replies(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.fade_replies(timestamptz) TO vigilia_desk, vigilia_worker;
