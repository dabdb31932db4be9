-- The house's own figures of each hour stand in performance_metrics, with nobody's id. An hour is measured once,
-- whichever node does it: its row here and its figures are one transaction. performance_metrics itself has no
-- such rule, since the documented table takes any value, of others too.
CREATE TABLE gateway.measured_hours (
    ends_at TIMESTAMPTZ PRIMARY KEY,
    measured_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX performance_metrics_house ON public.performance_metrics (recorded_at)
    WHERE user_id IS NULL;

-- What is measured, each by its own time.
CREATE INDEX turns_answered ON gateway.turns (ended_at) WHERE state = 'answered';
CREATE INDEX deliveries_started ON gateway.deliveries (channel, started_at);
CREATE INDEX incident_events_at ON gateway.incident_events (at);

-- user_behavior_analytics has a row for each person and day: a year of a hundred thousand people is too much to
-- add up while somebody waits. Each night the day is added up once; from here it is read. Nobody can be told
-- from it where few did something: averages are shown over five people or more.
CREATE TABLE gateway.daily_behavior (
    date DATE PRIMARY KEY,
    people INTEGER NOT NULL,
    sessions BIGINT NOT NULL,
    session_minutes BIGINT NOT NULL,
    goals_created BIGINT NOT NULL,
    goals_completed BIGINT NOT NULL,
    assessments BIGINT NOT NULL,
    mood_entries BIGINT NOT NULL,
    -- Who told a mood at all: the others' average is 0 and means nothing.
    mood_people INTEGER NOT NULL,
    average_mood NUMERIC,
    engagement NUMERIC,
    retention NUMERIC,
    made_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX idx_user_behavior_analytics_date ON public.user_behavior_analytics(date);

-- The same of the hours' figures: a year of them is a hundred thousand rows. `mean` is of all that was counted.
CREATE TABLE gateway.daily_performance (
    date DATE NOT NULL,
    metric_type TEXT NOT NULL,
    total NUMERIC NOT NULL,
    highest NUMERIC NOT NULL,
    mean NUMERIC NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (date, metric_type)
);
