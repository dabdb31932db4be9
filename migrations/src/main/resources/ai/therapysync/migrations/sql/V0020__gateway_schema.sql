-- The schema that is ours alone exists by now: it holds the history of these very migrations. Nobody but the
-- owner may look inside; what policies and indexes of `public` call in it is granted function by function,
-- and needs no right to the schema.
REVOKE ALL ON SCHEMA gateway FROM PUBLIC, anon, authenticated;

-- The bare digits of a phone number that a hand has written in any manner: "+1 (555) 010-0001" and
-- "001 555 010 0001" are both 15550100001. Arabic, Persian and Devanagari digits count as digits.
CREATE FUNCTION gateway.digits(phone_number TEXT) RETURNS TEXT
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT pg_catalog.regexp_replace(
    pg_catalog.regexp_replace(
      pg_catalog.translate(
        phone_number, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९', '012345678901234567890123456789'),
      '[^0-9]', '', 'g'),
    '^00', '')
$$;

REVOKE ALL ON FUNCTION gateway.digits(TEXT) FROM PUBLIC, anon;
-- An index on an expression calls it with the rights of whoever inserts.
GRANT EXECUTE ON FUNCTION gateway.digits(TEXT) TO authenticated, service_role;
