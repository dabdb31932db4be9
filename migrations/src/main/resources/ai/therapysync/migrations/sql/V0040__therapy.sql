-- Sessions, what the companion remembers and recommends, what a person works on.

-- The documented order has sessions first, which refer to personalities.
CREATE TABLE public.therapist_personalities (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    approach TEXT NOT NULL,
    specialties TEXT[] NOT NULL DEFAULT '{}',
    communication_style TEXT NOT NULL,
    personality_traits JSONB DEFAULT '{}',
    effectiveness_areas JSONB DEFAULT '{}',
    color_scheme TEXT DEFAULT 'from-blue-500 to-blue-600',
    icon TEXT DEFAULT 'Brain',
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.therapy_sessions (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    therapist_personality_id UUID REFERENCES public.therapist_personalities(id),
    start_time TIMESTAMPTZ NOT NULL DEFAULT NOW(),
    end_time TIMESTAMPTZ,
    session_type TEXT NOT NULL DEFAULT 'chat',
    mood_before INTEGER CHECK (mood_before >= 1 AND mood_before <= 10),
    mood_after INTEGER CHECK (mood_after >= 1 AND mood_after <= 10),
    session_notes TEXT,
    ai_insights JSONB DEFAULT '{}',
    crisis_flags JSONB DEFAULT '{}',
    created_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.conversation_memory (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    session_id UUID REFERENCES public.therapy_sessions(id),
    memory_type TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    tags TEXT[] DEFAULT '{}',
    emotional_context JSONB DEFAULT '{}',
    importance_score NUMERIC DEFAULT 0.5,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.personalized_recommendations (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    recommendation_type TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    reasoning TEXT NOT NULL,
    priority_score NUMERIC NOT NULL,
    estimated_impact NUMERIC NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    shown_at TIMESTAMPTZ,
    acted_upon_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.user_cultural_profiles (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    primary_language TEXT NOT NULL DEFAULT 'en',
    cultural_background TEXT,
    family_structure TEXT NOT NULL DEFAULT 'individual',
    communication_style TEXT NOT NULL DEFAULT 'direct',
    religious_considerations BOOLEAN NOT NULL DEFAULT FALSE,
    religious_details TEXT,
    therapy_approach_preferences TEXT[] NOT NULL DEFAULT '{}',
    cultural_sensitivities TEXT[] NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.goals (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    title TEXT NOT NULL,
    description TEXT,
    category TEXT NOT NULL,
    target_value NUMERIC,
    current_progress NUMERIC DEFAULT 0,
    target_date DATE,
    status TEXT NOT NULL DEFAULT 'active',
    priority TEXT NOT NULL DEFAULT 'medium',
    is_completed BOOLEAN DEFAULT FALSE,
    streak_count INTEGER DEFAULT 0,
    best_streak INTEGER DEFAULT 0,
    last_progress_date DATE,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.goal_achievements (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    goal_id UUID REFERENCES public.goals(id),
    achievement_type TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    icon TEXT NOT NULL,
    points_earned INTEGER DEFAULT 0,
    metadata JSONB DEFAULT '{}',
    unlocked_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.goal_insights (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    goal_id UUID REFERENCES public.goals(id),
    insight_type TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    action_items TEXT[] DEFAULT '{}',
    confidence_score NUMERIC DEFAULT 0.5,
    priority INTEGER DEFAULT 5,
    expires_at TIMESTAMPTZ,
    viewed_at TIMESTAMPTZ,
    acted_upon_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ DEFAULT NOW()
);

-- Moods and questionnaires are counted by the documented analytics, but have no documented table.
CREATE TABLE public.mood_entries (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    mood INTEGER NOT NULL CHECK (mood >= 1 AND mood <= 10),
    note TEXT,
    created_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.assessments (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    instrument TEXT NOT NULL,
    answers JSONB NOT NULL DEFAULT '[]',
    score INTEGER,
    severity TEXT,
    created_at TIMESTAMPTZ DEFAULT NOW()
);
