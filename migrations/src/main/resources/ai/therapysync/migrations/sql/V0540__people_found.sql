-- People by what an operator knows of them, among a hundred thousand: beginnings of words of a name or a mail
-- address, digits of a number, an id. The caller's policies still say whom of these they see.
CREATE INDEX profiles_words ON public.profiles
  USING GIN (to_tsvector('simple', name || ' ' || translate(email, '@.+-_', '     ') || ' ' || email));
CREATE INDEX profiles_latest ON public.profiles (created_at DESC NULLS LAST, id DESC);
CREATE INDEX integrations_digits_reversed ON public.whatsapp_integrations
  (reverse(gateway.digits(phone_number)) text_pattern_ops);
CREATE INDEX integrations_digits_pattern ON public.whatsapp_integrations
  (gateway.digits(phone_number) text_pattern_ops);

-- The words of a query, each as a beginning; empty where there is none.
CREATE FUNCTION gateway.beginnings(sought TEXT) RETURNS TSQUERY
LANGUAGE SQL IMMUTABLE SET search_path = ''
AS $$
  SELECT string_agg('''' || lexeme || ''':*', ' & ')::tsquery
  FROM unnest(pg_catalog.to_tsvector('pg_catalog.simple', translate(sought, '@.+-_''\\', '       ')))
$$;

CREATE FUNCTION gateway.people_found(sought TEXT) RETURNS SETOF UUID
LANGUAGE PLPGSQL STABLE SET search_path = ''
AS $$
DECLARE
  words TSQUERY := gateway.beginnings(sought);
  digits TEXT := regexp_replace(sought, '[^0-9]', '', 'g');
BEGIN
  IF sought ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN
    RETURN NEXT sought::uuid;
    RETURN;
  END IF;
  IF length(digits) >= 4 AND sought ~ '^[-+() 0-9./]+$' THEN
    -- In the order of signs ':' follows '9': a range, which an index finds whatever the plan.
    RETURN QUERY SELECT i.user_id FROM public.whatsapp_integrations i
      WHERE (gateway.digits(i.phone_number) ~>=~ digits AND gateway.digits(i.phone_number) ~<~ (digits || ':'))
         OR (reverse(gateway.digits(i.phone_number)) ~>=~ reverse(digits)
           AND reverse(gateway.digits(i.phone_number)) ~<~ (reverse(digits) || ':'))
      LIMIT 1000;
    RETURN;
  END IF;
  IF words IS NOT NULL THEN
    RETURN QUERY SELECT p.id FROM public.profiles p
      WHERE to_tsvector('simple', p.name || ' ' || translate(p.email, '@.+-_', '     ') || ' ' || p.email) @@ words
      LIMIT 1000;
  END IF;
END;
$$;
REVOKE ALL ON FUNCTION gateway.beginnings(TEXT), gateway.people_found(TEXT) FROM PUBLIC, anon, authenticated;
