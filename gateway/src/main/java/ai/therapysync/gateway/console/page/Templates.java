package ai.therapysync.gateway.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Fills the console's templates, which the build has compiled. */
public final class Templates {
  private static final String PACKAGE = "ai.therapysync.gateway.console.templates";

  private final TemplateEngine engine;

  /** Those on the class path. */
  public Templates() {
    this.engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
  }

  /** Fills one. */
  public String fill(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    engine.render(template + ".jte", model, output);
    return output.toString();
  }
}
