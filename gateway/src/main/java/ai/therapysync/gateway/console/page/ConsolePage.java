package ai.therapysync.gateway.console.page;

/** A part of the console: what it is, and the addresses at which it answers. */
public interface ConsolePage {
  /** Where it stands in the navigation. */
  Section section();

  /** Declares its addresses; called once. */
  void mount(Routes routes);

  /** Answers a request. */
  @FunctionalInterface
  interface Handler {
    Answer handle(Visit visit);
  }

  /** The addresses of a part; all below {@code /console}, all guarded. */
  interface Routes {
    /** A page that may be looked at by whoever may see the section. */
    void get(String path, Handler handler);

    /** Something that may be done by whoever has the permission; checked for its form's token. */
    void post(
        String path, ai.therapysync.persistence.access.Permission permission, Handler handler);

    /** Something that whoever may see the section may do to what is their own. */
    void post(String path, Handler handler);
  }
}
