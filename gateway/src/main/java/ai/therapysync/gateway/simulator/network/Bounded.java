package ai.therapysync.gateway.simulator.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map in order of insertion that forgets its eldest entries. */
final class Bounded<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;
  private static final int MOST = 5_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST;
  }
}
