-- On which of a person's own days something was done for a goal: the goal's row keeps the last one only.
CREATE TABLE gateway.goal_days (
    goal_id UUID NOT NULL REFERENCES public.goals(id) ON DELETE CASCADE,
    user_id UUID NOT NULL,
    day DATE NOT NULL,
    PRIMARY KEY (goal_id, day)
);
CREATE INDEX idx_goal_days_user_id_day ON gateway.goal_days(user_id, day DESC);
