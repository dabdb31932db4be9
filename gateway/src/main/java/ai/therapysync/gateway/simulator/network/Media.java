package ai.therapysync.gateway.simulator.network;

/** Something beside the words of a message. */
public record Media(String url, String contentType) {}
