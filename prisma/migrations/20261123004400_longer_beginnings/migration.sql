-- Beginnings of up to five letters are found without looking up the words that begin so; everybody's bits are laid anew.
CREATE OR REPLACE FUNCTION registry.found_under(mark text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT mark UNION ALL
  SELECT '^' || left(mark, n) FROM generate_series(
    CASE left(mark, 1) WHEN '=' THEN 9 WHEN '~' THEN 2 ELSE 1 END,
    least(length(mark), CASE left(mark, 1) WHEN '~' THEN 6 ELSE 5 END)) AS n
$$;

SELECT registry.lay_leaves(min(p.leaf), NULL, '{}', '{}') FROM publication.named_lines p HAVING count(*) > 0;
