package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.event.Delivery;
import io.github.tapvirtuous.event.UnreadableDeliveryException;
import io.github.tapvirtuous.inbox.Inbox.Stored;
import io.github.tapvirtuous.webhook.watch.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One request for the events' path, from its body to its answer. */
final class Reception implements BodyReader.Reader {
  private final EventParts parts;
  private final Request request;
  private final Response response;
  private final Callback callback;

  Reception(EventParts parts, Request request, Response response, Callback callback) {
    this.parts = parts;
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void begin() {
    var limits = parts.limits();
    new BodyReader(request, limits.bodyBytes(), parts.budget(), this).run();
  }

  @Override
  public void broken(Throwable failure) {
    if (failure instanceof TimeoutException) {
      refuse(Answer.TOO_SLOW);
    } else {
      callback.failed(failure);
    }
  }

  @Override
  public void refuse(Answer answer) {
    parts.refusals().add(answer);
    answer(answer);
  }

  @Override
  public void whole(BodyPieces body) {
    parts.slow().arrived(request);
    request.addIdleTimeoutListener(waiting -> false); // it is us who make it wait
    if (body.length() < parts.limits().largeBytes()) {
      judge(body);
    } else {
      parts.large().execute(() -> judge(body));
    }
  }

  private void judge(BodyPieces pieces) {
    var isHandedOn = false;
    var length = pieces.length();
    try {
      isHandedOn = isHandedOn(pieces.joined());
    } catch (OutOfMemoryError large) {
      refuse(Answer.TOO_MUCH);
    } catch (RuntimeException | Error bug) { // who gets no answer keeps the connection for ever
      callback.failed(bug);
    } finally {
      if (!isHandedOn) {
        parts.budget().giveBack(length);
      }
    }
  }

  private boolean isHandedOn(byte[] body) {
    var isGenuine =
        parts.signature().map(each -> each.isOf(body, request.getHeaders()::getValuesList));
    if (!isGenuine.orElse(true)) {
      refuse(Answer.UNSIGNED);
      return false;
    }
    try {
      var at = parts.clock().instant();
      var delivery = Delivery.read(body, at);
      parts.metrics().received(delivery.events().size(), delivery.unknown());
      if (delivery.events().isEmpty()) {
        answer(Answer.TAKEN);
        return false;
      }
      store(delivery, at, body.length);
      return true;
    } catch (UnreadableDeliveryException notJson) {
      refuse(Answer.NOT_JSON);
      return false;
    }
  }

  private void store(Delivery delivery, Instant at, int bytes) {
    var stored =
        parts
            .inbox()
            .store(delivery.events(), at)
            .whenComplete((outcome, failure) -> parts.budget().giveBack(bytes));
    var unused =
        stored
            .copy()
            .orTimeout(parts.limits().answer().toMillis(), TimeUnit.MILLISECONDS)
            .whenCompleteAsync(this::stored, request.getComponents().getExecutor());
  }

  private void stored(@Nullable Stored outcome, @Nullable Throwable failure) {
    if (outcome != null) {
      parts.metrics().stored(outcome);
      parts.watch().works();
      answer(Answer.TAKEN);
      return;
    }
    var cause = failure instanceof CompletionException wrapper ? wrapper.getCause() : failure;
    if (cause instanceof InboxException inbox) {
      if (inbox.kind() != InboxException.Kind.FAILED) { // which one event alone may cause
        parts.watch().failed(inbox);
      }
      parts.refusals().add(Answer.INBOX, inbox.getMessage());
    } else {
      parts.refusals().add(Answer.INBOX);
    }
    answer(Answer.INBOX);
  }

  private void answer(Answer answer) {
    parts.metrics().answered(Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()));
    Replies.send(answer, response, callback);
  }
}
