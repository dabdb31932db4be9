-- Who a person is to the database: Supabase's schema `auth` where it exists, and it is then used as it is
-- and never altered. On a plain PostgreSQL this creates the part of it that we and the platform rely on.
-- The roles (anon, authenticated, service_role) belong to the whole cluster, not to this database, and are
-- therefore made sure of before every migration, not here.
DO $migration$
BEGIN
  IF to_regnamespace('auth') IS NOT NULL THEN
    IF to_regclass('auth.users') IS NULL OR to_regprocedure('auth.uid()') IS NULL THEN
      RAISE EXCEPTION 'The schema "auth" exists, but has no table "users" or no function "uid()".'
        USING HINT = 'Use a database with Supabase''s "auth" schema, or one without any schema of that name.';
    END IF;
    RETURN;
  END IF;

  CREATE SCHEMA auth;
  -- By these words `migrate reset` knows that the schema is ours to drop.
  COMMENT ON SCHEMA auth IS 'Subset of Supabase''s auth schema, created by TherapySync Gateway';

  CREATE TABLE auth.users (
    instance_id UUID,
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    aud VARCHAR(255) DEFAULT 'authenticated',
    role VARCHAR(255) DEFAULT 'authenticated',
    email VARCHAR(255),
    encrypted_password VARCHAR(255),
    email_confirmed_at TIMESTAMPTZ,
    invited_at TIMESTAMPTZ,
    last_sign_in_at TIMESTAMPTZ,
    raw_app_meta_data JSONB DEFAULT '{}',
    raw_user_meta_data JSONB DEFAULT '{}',
    is_super_admin BOOLEAN,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW(),
    phone TEXT,
    banned_until TIMESTAMPTZ,
    is_sso_user BOOLEAN NOT NULL DEFAULT FALSE,
    deleted_at TIMESTAMPTZ,
    is_anonymous BOOLEAN NOT NULL DEFAULT FALSE
  );
  CREATE UNIQUE INDEX users_email_partial_key ON auth.users (email) WHERE NOT is_sso_user;
  ALTER TABLE auth.users ENABLE ROW LEVEL SECURITY;

  -- The caller's claims are those of a verified token, set for one transaction. An empty setting is what
  -- PostgreSQL leaves behind when a transaction that had one is over.
  CREATE FUNCTION auth.jwt() RETURNS JSONB
  LANGUAGE SQL STABLE SET search_path = ''
  AS $$ SELECT nullif(current_setting('request.jwt.claims', TRUE), '')::jsonb $$;

  CREATE FUNCTION auth.uid() RETURNS UUID
  LANGUAGE SQL STABLE SET search_path = ''
  AS $$ SELECT nullif(auth.jwt() ->> 'sub', '')::uuid $$;

  CREATE FUNCTION auth.role() RETURNS TEXT
  LANGUAGE SQL STABLE SET search_path = ''
  AS $$ SELECT nullif(auth.jwt() ->> 'role', '') $$;

  CREATE FUNCTION auth.email() RETURNS TEXT
  LANGUAGE SQL STABLE SET search_path = ''
  AS $$ SELECT nullif(auth.jwt() ->> 'email', '') $$;

  REVOKE ALL ON auth.users FROM PUBLIC, anon, authenticated;
  GRANT USAGE ON SCHEMA auth TO anon, authenticated, service_role;
  GRANT EXECUTE ON FUNCTION auth.jwt(), auth.uid(), auth.role(), auth.email()
    TO anon, authenticated, service_role;
  GRANT ALL ON auth.users TO service_role;
END
$migration$;
