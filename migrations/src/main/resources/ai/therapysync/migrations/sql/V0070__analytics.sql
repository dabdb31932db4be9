-- Daily figures and measurements.
CREATE TABLE public.user_behavior_analytics (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    date DATE NOT NULL DEFAULT CURRENT_DATE,
    sessions_count INTEGER DEFAULT 0,
    total_session_minutes INTEGER DEFAULT 0,
    goals_created INTEGER DEFAULT 0,
    goals_completed INTEGER DEFAULT 0,
    assessments_taken INTEGER DEFAULT 0,
    mood_entries INTEGER DEFAULT 0,
    average_mood NUMERIC,
    engagement_score NUMERIC DEFAULT 0,
    retention_score NUMERIC DEFAULT 0,
    feature_usage JSONB DEFAULT '{}',
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW(),
    UNIQUE(user_id, date)
);

CREATE TABLE public.platform_analytics (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    date DATE NOT NULL DEFAULT CURRENT_DATE,
    total_users INTEGER NOT NULL,
    active_users INTEGER NOT NULL,
    new_signups INTEGER NOT NULL,
    total_sessions INTEGER NOT NULL,
    average_session_duration NUMERIC(5,2) NOT NULL,
    total_assessments INTEGER NOT NULL,
    crisis_interventions INTEGER NOT NULL,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    UNIQUE(date)
);

CREATE TABLE public.performance_metrics (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID REFERENCES public.profiles(id),
    metric_type TEXT NOT NULL,
    metric_value NUMERIC NOT NULL,
    metadata JSONB DEFAULT '{}',
    recorded_at TIMESTAMPTZ DEFAULT NOW(),
    created_at TIMESTAMPTZ DEFAULT NOW()
);
