package ai.therapysync.gateway.simulator.network;

import java.util.concurrent.CompletableFuture;

/**
 * A message on its way from a phone to the gateway.
 *
 * @param answer the gateway's last HTTP status, 0 when it gave none
 */
public record SentText(String sid, CompletableFuture<Integer> answer) {}
