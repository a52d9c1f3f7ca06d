package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.event.Signature;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.webhook.watch.InboxWatch;
import io.github.tapvirtuous.webhook.watch.Metrics;
import io.github.tapvirtuous.webhook.watch.Refusals;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What all requests for the events' path share.
 *
 * @param signature that bodies must have, if any
 * @param large reads large bodies, one at a time: reading takes several times their memory
 */
record EventParts(
    Limits limits,
    Clock clock,
    Optional<Signature> signature,
    Inbox inbox,
    Budget budget,
    Executor large,
    InboxWatch watch,
    SlowRequests slow,
    Refusals refusals,
    Metrics metrics) {}
