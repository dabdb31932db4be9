-- Who is in danger, why we think so, who is called.

-- Ours: one row for each message that was screened at 'concern', 'high' or 'imminent'. `category` is the
-- first kind of danger, `categories` all of them, `source` the screen that said so.
CREATE TABLE public.crisis_assessments (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    message_id UUID REFERENCES public.whatsapp_messages(id) ON DELETE SET NULL,
    level TEXT NOT NULL,
    category TEXT,
    categories TEXT[] NOT NULL DEFAULT '{}',
    evidence JSONB NOT NULL DEFAULT '[]',
    source TEXT NOT NULL DEFAULT 'phrases',
    created_at TIMESTAMPTZ DEFAULT NOW()
);

-- intervention_type of ours is 'escalation'. crisis_assessment_id names a row of crisis_assessments, without
-- a foreign key: the documented table takes any value, and must go on taking it.
CREATE TABLE public.crisis_interventions (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    crisis_assessment_id UUID,
    intervention_type TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'pending',
    intervention_data JSONB NOT NULL DEFAULT '{}',
    response_time_minutes INTEGER,
    outcome TEXT,
    follow_up_required BOOLEAN DEFAULT FALSE,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    completed_at TIMESTAMPTZ
);

CREATE TABLE public.emergency_contacts (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    name TEXT NOT NULL,
    phone_number TEXT,
    email TEXT,
    relationship TEXT,
    contact_type TEXT NOT NULL DEFAULT 'personal',
    is_primary BOOLEAN DEFAULT FALSE,
    is_active BOOLEAN DEFAULT TRUE,
    notes TEXT,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW(),
    -- Ours: the person has said that this contact must hear nothing; and that this contact is safe to tell
    -- even where someone close is the danger.
    must_not_be_told BOOLEAN NOT NULL DEFAULT FALSE,
    safe_for_abuse BOOLEAN NOT NULL DEFAULT FALSE
);
