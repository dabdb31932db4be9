-- Nodes that have sent something of late: a sender's rate is divided by their number.
CREATE TABLE gateway.nodes (
    name TEXT PRIMARY KEY,
    seen_at TIMESTAMPTZ NOT NULL
);
