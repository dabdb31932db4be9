package ai.therapysync.gateway.model;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Says in our own words why a model gave no answer: a provider's may repeat the request's. */
final class Failings {
  private Failings() {}

  static String words(Throwable why) {
    return switch (why) {
      // Our own time limit and the library's run side by side; either may be the first.
      case TimeoutException _, dev.langchain4j.exception.TimeoutException _ -> "no answer in time";
      case InterruptedException _ -> "interrupted";
      case AuthenticationException _ -> "its key is not accepted";
      case RateLimitException _ -> "asked too often";
      case ModelNotFoundException _ -> "no such model or address";
      case InvalidRequestException _ -> "the request is not accepted";
      case InternalServerException _ -> "a fault of its server";
      case UnresolvedModelServerException _, IOException _ -> "out of reach";
      default ->
          Optional.ofNullable(why.getCause())
              .filter(cause -> cause instanceof IOException)
              .map(cause -> jackson(cause) ? "an answer of another form" : "out of reach")
              .orElse("an answer of another form");
    };
  }

  /** Jackson's exceptions are those of reading, too. */
  private static boolean jackson(Throwable cause) {
    return cause.getClass().getName().startsWith("com.fasterxml.jackson");
  }
}
