package ai.therapysync.gateway.story;

import ai.therapysync.conversation.message.ChannelName;
import java.util.List;

/** A telephone of a story: what it sends and what it shows. */
class Phone {
  final World world;
  final String number;

  Phone(World world, String number) {
    this.world = world;
    this.number = number;
  }

  /** By SMS; the gateway's answer to the webhook. */
  int texts(String words) {
    return sends(ChannelName.SMS, words);
  }

  int sends(ChannelName channel, String words) {
    return world.simulation.text(number, channel, words, List.of()).answer().join();
  }

  /** What the gateway has sent to this phone, oldest first. */
  List<String> shows(ChannelName channel) {
    return world.simulation.network().on(number, channel).stream()
        .filter(message -> message.to().endsWith(number))
        .map(message -> message.content().body())
        .toList();
  }

  List<String> shows() {
    return shows(ChannelName.SMS);
  }

  /** Waits for the message of that number, from 1, and returns it. */
  String receives(int which) {
    Await.until(
        "message " + which + " on a phone that shows " + shows().size(),
        () -> shows().size() >= which);
    return shows().get(which - 1);
  }

  /** Waits for a message that contains these words. */
  String receives(String words) {
    Await.until(
        "a message with \"" + words + "\"; the phone shows " + shows(),
        () -> shows().stream().anyMatch(message -> message.contains(words)));
    return shows().stream().filter(message -> message.contains(words)).toList().getLast();
  }
}
