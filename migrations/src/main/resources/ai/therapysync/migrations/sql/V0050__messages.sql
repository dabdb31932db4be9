-- Numbers, messages, settings. SMS has no documented tables and shares WhatsApp's.
CREATE TABLE public.whatsapp_integrations (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    phone_number TEXT NOT NULL,
    is_verified BOOLEAN DEFAULT FALSE,
    verification_code TEXT,
    webhook_url TEXT,
    access_token TEXT,
    business_account_id TEXT,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW()
);

CREATE TABLE public.whatsapp_messages (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    integration_id UUID NOT NULL REFERENCES public.whatsapp_integrations(id),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    whatsapp_message_id TEXT,
    sender_type TEXT NOT NULL,
    message_type TEXT NOT NULL DEFAULT 'text',
    content TEXT NOT NULL,
    ai_response_metadata JSONB DEFAULT '{}',
    therapy_session_id UUID REFERENCES public.therapy_sessions(id),
    delivery_status TEXT DEFAULT 'sent',
    error_message TEXT,
    timestamp TIMESTAMPTZ DEFAULT NOW(),
    -- Ours: 'whatsapp' or 'sms'.
    channel TEXT NOT NULL DEFAULT 'whatsapp'
);

CREATE TABLE public.whatsapp_config (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id UUID NOT NULL REFERENCES public.profiles(id),
    ai_personality_id TEXT DEFAULT 'default',
    response_delay_seconds INTEGER DEFAULT 2,
    business_hours_enabled BOOLEAN DEFAULT FALSE,
    business_hours_start TIME,
    business_hours_end TIME,
    business_timezone TEXT DEFAULT 'UTC',
    auto_responses_enabled BOOLEAN DEFAULT TRUE,
    crisis_escalation_enabled BOOLEAN DEFAULT TRUE,
    message_encryption_enabled BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMPTZ DEFAULT NOW(),
    updated_at TIMESTAMPTZ DEFAULT NOW()
);
