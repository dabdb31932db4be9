-- Users, their roles, households.
CREATE TABLE public.profiles (
    id UUID PRIMARY KEY REFERENCES auth.users(id),
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    avatar_url TEXT,
    preferred_language TEXT DEFAULT 'en',
    preferred_currency TEXT DEFAULT 'USD',
    onboarding_complete BOOLEAN DEFAULT FALSE,
    subscription_plan TEXT DEFAULT 'Free',
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW()
);

-- The last two values are those that the documented is_admin names and the documented type lacks: without
-- them that function can't even be created.
CREATE TYPE public.app_role AS ENUM (
    'user', 'admin', 'moderator', 'support_admin', 'content_admin', 'super_admin', 'analytics_admin');

CREATE TABLE public.user_roles (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID REFERENCES auth.users(id) ON DELETE CASCADE,
    role public.app_role NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    UNIQUE(user_id, role)
);

CREATE TABLE public.households (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    name TEXT NOT NULL,
    primary_account_holder_id UUID NOT NULL REFERENCES public.profiles(id),
    plan_type TEXT NOT NULL DEFAULT 'individual',
    max_members INTEGER NOT NULL DEFAULT 1,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW()
);

-- invitation_status is 'pending', 'accepted' or 'declined'.
CREATE TABLE public.household_members (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    household_id UUID NOT NULL REFERENCES public.households(id),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    member_type TEXT NOT NULL DEFAULT 'member',
    permission_level TEXT NOT NULL DEFAULT 'basic',
    can_view_progress BOOLEAN DEFAULT FALSE,
    can_view_mood_data BOOLEAN DEFAULT FALSE,
    can_receive_alerts BOOLEAN DEFAULT FALSE,
    invitation_status TEXT NOT NULL DEFAULT 'pending',
    invited_by UUID REFERENCES public.profiles(id),
    invitation_token TEXT,
    joined_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ DEFAULT NOW()
);

-- For a crisis alert_type is 'crisis', severity 'high', or 'critical' when the danger is imminent.
CREATE TABLE public.family_alerts (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    household_id UUID NOT NULL REFERENCES public.households(id),
    member_user_id UUID NOT NULL REFERENCES public.profiles(id),
    alert_type TEXT NOT NULL,
    severity TEXT NOT NULL DEFAULT 'medium',
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    alert_data JSONB DEFAULT '{}',
    is_acknowledged BOOLEAN DEFAULT FALSE,
    acknowledged_by UUID REFERENCES public.profiles(id),
    acknowledged_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ DEFAULT NOW()
);
