package ai.therapysync.gateway.simulator.network;

import io.javalin.http.Context;
import java.io.IOException;

/** Breaks a connection while an answer is on its way. */
public final class BrokenWire {
  private static final int PROMISED = 1_000;

  private BrokenWire() {}

  /** The caller sees that an answer begins, and then nothing: less comes than was promised. */
  public static void cut(Context http) throws IOException {
    http.res().setContentLength(PROMISED);
    http.res().flushBuffer();
  }
}
