-- The work of a night, once for all nodes: how far it has come, so that a restart goes on where it stopped.
CREATE TABLE gateway.nights (
    day DATE PRIMARY KEY,
    figures_at TIMESTAMPTZ,
    reached UUID,
    finished_at TIMESTAMPTZ
);
