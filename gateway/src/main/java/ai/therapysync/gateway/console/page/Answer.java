package ai.therapysync.gateway.console.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;

/** What a page's handler answers. */
public sealed interface Answer {
  /**
   * A whole page.
   *
   * @param template by its path below {@code jte}, without its ending; it is given {@code frame}
   *     and what the model names
   * @param part what htmx gets in its place, where only a part was asked for
   */
  record Page(
      int status,
      Section section,
      String title,
      String template,
      Map<String, Object> model,
      Optional<String> part)
      implements Answer {
    public Page {
      model = Map.copyOf(model);
    }

    /** The same, with what htmx gets in its place. */
    public Page part(String inPlace) {
      return new Page(status, section, title, template, model, Optional.of(inPlace));
    }

    /** The same with another status: 422 for a form with errors. */
    public Page status(int other) {
      return new Page(other, section, title, template, model, part);
    }
  }

  /** A piece of a page, whoever asks. */
  record Part(String template, Map<String, Object> model) implements Answer {
    public Part {
      model = Map.copyOf(model);
    }
  }

  /** For a part that shows already how things stand. */
  record Unchanged() implements Answer {}

  /**
   * Another page, after something was done.
   *
   * @param notice what that page tells once
   */
  record Redirect(String path, Optional<String> notice) implements Answer {
    /** The same, with a sentence for the next page to tell. */
    public Redirect saying(String words) {
      return new Redirect(path, Optional.of(words));
    }
  }

  /** There is no such page, or not for this visitor. */
  record Missing() implements Answer {}

  /** The visitor may see it, but not do that. */
  record Refused(String why) implements Answer {}

  /** A file to keep. */
  record Download(String contentType, String fileName, Content content) implements Answer {}

  /** A file to keep that is no text. */
  record Binary(String contentType, String fileName, Bytes content) implements Answer {}

  /** Writes a file's bytes. */
  @FunctionalInterface
  interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file's content. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  static Page page(Section section, String title, String template, Map<String, Object> model) {
    return new Page(200, section, title, template, model, Optional.empty());
  }

  static Redirect redirect(String path) {
    return new Redirect(path, Optional.empty());
  }

  static Answer missing() {
    return new Missing();
  }
}
