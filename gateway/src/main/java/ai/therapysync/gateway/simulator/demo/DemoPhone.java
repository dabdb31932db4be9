package ai.therapysync.gateway.simulator.demo;

/**
 * A phone of the simulated network.
 *
 * @param number E.164
 * @param note who holds it, for the list of phones
 */
public record DemoPhone(String name, String number, boolean whatsapp, boolean sms, String note) {}
