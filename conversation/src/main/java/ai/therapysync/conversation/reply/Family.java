package ai.therapysync.conversation.reply;

import java.util.stream.Stream;

/** What {@code family_structure} says of how a family is made. */
enum Family {
  /** More than parents and children: distance from it is no first advice. */
  EXTENDED(
      "extended,joint,multi,collectiv,clan,tribal,communal,extendida,extensa,ampliada,elargie,"
          + "grossfamilie,erweitert,大 家 庭,संयुक्त,ممتد"),
  /** One parent, who is the person or theirs: much rests on few. */
  ONE_PARENT(
      "single parent,one parent,lone parent,single mother,single father,single mom,single dad,"
          + "solo parent,monoparental,alleinerziehend,ein eltern,单 亲,एकल"),
  /** Parents and children, no family at all, or what we don't know. */
  OTHER("");

  private final String names;

  Family(String names) {
    this.names = names;
  }

  /** Reads the words that people write into profiles. */
  static Family of(String written) {
    String words = Wording.words(written);
    return Stream.of(EXTENDED, ONE_PARENT)
        .filter(family ->
            Stream.of(family.names.split(",")).anyMatch(name -> words.contains(" " + name)))
        .findFirst()
        .orElse(OTHER);
  }
}
