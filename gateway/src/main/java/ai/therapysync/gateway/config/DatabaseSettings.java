package ai.therapysync.gateway.config;

/**
 * A PostgreSQL that is reached directly or through session pooling.
 *
 * @param jdbcUrl without user and password
 */
public record DatabaseSettings(String jdbcUrl, String user, Secret password) {}
