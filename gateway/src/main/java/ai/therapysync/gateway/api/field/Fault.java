package ai.therapysync.gateway.api.field;

/** What is wrong with a field, in words that stand behind its name: "must be …". */
public record Fault(String field, String what) {}
