package ai.therapysync.crisis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** Compares the files of one phrasebook across languages. */
public final class Books {
  private Books() {}

  /** Every language has English's keys, with the same values in each text, and nothing empty. */
  public static void assertComplete(Class<?> owner, String name) {
    Properties english = read(owner, name, Language.ENGLISH);
    for (Language language : Language.values()) {
      Properties book = read(owner, name, language);
      assertThat(book.stringPropertyNames())
          .as("%s in %s", name, language)
          .isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(book.getProperty(key)).as("%s of %s", key, language).isNotBlank();
        assertThat(values(book, key))
            .as("values of %s in %s", key, language)
            .isEqualTo(values(english, key));
      }
    }
  }

  /** One language's file of a phrasebook. */
  public static Properties read(Class<?> owner, String name, Language language) {
    String file = name + "_" + language.code() + ".properties";
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
      Properties book = new Properties();
      book.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return book;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> values(Properties book, String key) {
    return new MessageFormat(book.getProperty(key), ULocale.ROOT).getArgumentNames();
  }
}
