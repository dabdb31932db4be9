package ai.therapysync.persistence.conversation;

import ai.therapysync.crisis.language.Language;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How memories are found: by words of the person's language, as one of three indexes holds them.
 *
 * <p>A person may have ten thousand memories, so not all of them are ranked. Candidates are those
 * that hold a telling word, the most important, and those touched last, each from an index of its
 * own and a few hundred at most; the published formula is applied to these. A word is telling
 * unless the memories of all people are full of it: an index has to be read for everybody's.
 */
enum RecallQuery {
  /** English, with its word stems. */
  ENGLISH(
      "idx_conversation_memory_content_fts",
      """
      SELECT lexeme AS word, ('''' || lexeme || '''')::tsquery AS sought, NULL AS stem
      FROM unnest(to_tsvector('english', :words))
      """,
      "to_tsvector('english', m.content)"
          + " @@ (SELECT string_agg(t.sought::text, ' | ')::tsquery FROM telling t)",
      "to_tsvector('english', m.content || ' ' || m.title)",
      "d.document @@ s.sought"),

  /** All languages with spaces: the words, and what begins with their stem in the language. */
  SPACED(
      "idx_conversation_memory_content_fts_simple",
      """
      SELECT v.lexeme AS word,
        CASE WHEN length(l.stem) < 4 THEN ('''' || v.lexeme || '''')::tsquery
          WHEN starts_with(v.lexeme, l.stem) THEN ('''' || l.stem || ''':*')::tsquery
          ELSE ('''' || l.stem || ''':* | ''' || v.lexeme || '''')::tsquery END AS sought,
        CASE WHEN length(l.stem) >= 4 THEN l.stem END AS stem
      FROM unnest(to_tsvector('simple', :words)) v
        CROSS JOIN LATERAL unnest(tsvector_to_array(
          to_tsvector(CAST(:config AS regconfig), v.lexeme))) AS l(stem)
      """,
      "to_tsvector('simple', m.content)"
          + " @@ (SELECT string_agg(t.sought::text, ' | ')::tsquery FROM telling t)",
      "to_tsvector('simple', m.content || ' ' || m.title)",
      "d.document @@ s.sought"),

  /** Chinese: pairs of signs. */
  SIGNS(
      "idx_conversation_memory_content_signs",
      "SELECT word, word AS sought, NULL AS stem FROM unnest(gateway.sign_pairs(:words)) AS word",
      "m.content ~ '[\\u3400-\\u9fff]'"
          + " AND gateway.sign_pairs(m.content) && ARRAY(SELECT t.sought FROM telling t)",
      "lower(m.content || ' ' || m.title)",
      "strpos(d.document, s.word) > 0");

  /** So many entries of an index may be read for one recall. */
  static final int ENTRIES = 5_000;

  /** So many words are looked up: each entry that is found is compared with all of them. */
  static final int SOUGHT = 12;

  /** So many candidates hold a telling word. */
  static final int MATCHING = 100;

  /** So many are the most important, and as many those touched last. */
  static final int CANDIDATES = 40;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{2,40}");
  private static final Pattern SIGN = Pattern.compile("[\\u3400-\\u9fff]");
  private static final int MOST_WORDS = 40;

  private final String sql;

  RecallQuery(String index, String words, String match, String document, String hit) {
    sql =
        """
        WITH shares AS MATERIALIZED (
          SELECT e.word, e.share FROM pg_catalog.pg_stats p CROSS JOIN LATERAL
            unnest(p.most_common_elems::text::text[], p.most_common_elem_freqs) AS e(word, share)
          WHERE p.schemaname = 'public' AND p.tablename = '%1$s' AND e.word IS NOT NULL),
        spoken AS MATERIALIZED (
          SELECT w.word, w.sought, coalesce(sum(e.share), 0) AS share
          FROM (%2$s) w LEFT JOIN shares e ON left(e.word, 4) = left(w.word, 4)
            AND (e.word = w.word OR starts_with(e.word, w.stem))
          GROUP BY w.word, w.sought),
        telling AS MATERIALIZED (
          SELECT o.sought FROM (
            SELECT s.sought, row_number() OVER rarest AS place, sum(s.share) OVER rarest AS so_far
            FROM spoken s WINDOW rarest AS (ORDER BY s.share, length(s.word) DESC, s.word)) o
          WHERE o.place <= :sought AND o.so_far * (SELECT greatest(c.reltuples, 0) FROM pg_catalog.pg_class c
            WHERE c.oid = 'public.%1$s'::regclass) <= :entries),
        candidates AS (
          (SELECT m.id FROM public.conversation_memory m
            WHERE m.user_id = :person AND coalesce(m.is_active, true) AND %3$s
            ORDER BY coalesce(m.importance_score, 0.5) DESC, m.id LIMIT :matching)
          UNION
          (SELECT m.id FROM public.conversation_memory m
            WHERE m.user_id = :person AND coalesce(m.is_active, true)
              AND m.importance_score IS NOT NULL
            ORDER BY m.importance_score DESC LIMIT :candidates)
          UNION
          (SELECT m.id FROM public.conversation_memory m
            WHERE m.user_id = :person AND coalesce(m.is_active, true)
            ORDER BY coalesce(m.updated_at, m.created_at) DESC NULLS LAST LIMIT :candidates))
        SELECT m.memory_type, m.title, m.content, m.tags, m.importance_score
        FROM candidates c
          JOIN public.conversation_memory m ON m.id = c.id
          CROSS JOIN LATERAL (SELECT %4$s AS document OFFSET 0) d
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE %5$s) AS hits FROM spoken s) h
        ORDER BY :relevance * h.hits / (h.hits + 0.5)
          + :importance * least(1, greatest(0, coalesce(m.importance_score, 0.5)))
          + :recency * power(0.5, greatest(0, extract(epoch FROM CAST(:now AS timestamptz)
            - coalesce(m.updated_at, m.created_at, :now))) / (86400.0 * :days)) DESC, m.id
        LIMIT :most
        """
            .formatted(index, words, match, document, hit);
  }

  /** By what was written, and by who wrote it. */
  static RecallQuery of(String words, Language language) {
    if (SIGN.matcher(words).find()) {
      return SIGNS;
    }
    return language == Language.ENGLISH ? ENGLISH : SPACED;
  }

  /**
   * The statement for one person. It names them, since a plan that suits anybody would read all of
   * the rows of those who have many.
   */
  String sql(UUID person) {
    return sql.replace(":person", "CAST('" + person + "' AS uuid)");
  }

  /** The last words, without marks. */
  static String plain(String words) {
    var all = WORD.matcher(words).results().map(MatchResult::group).distinct().toList();
    return all.stream().skip(Math.max(0, all.size() - MOST_WORDS)).collect(Collectors.joining(" "));
  }

  /** The text search configuration whose stems and stop words are the language's. */
  static String config(Language language) {
    return switch (language) {
      case ENGLISH -> "english";
      case SPANISH -> "spanish";
      case PORTUGUESE -> "portuguese";
      case FRENCH -> "french";
      case GERMAN -> "german";
      case HINDI -> "hindi";
      case ARABIC -> "arabic";
      case CHINESE -> "simple";
    };
  }
}
