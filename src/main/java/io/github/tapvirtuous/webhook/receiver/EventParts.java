package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.event.Signature;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.webhook.watch.InboxWatch;
import io.github.tapvirtuous.webhook.watch.Metrics;
import io.github.tapvirtuous.webhook.watch.Refusals;
import java.time.Clock;
import java.util.Optional;

/**
 * What all requests for the events' path share.
 *
 * @param signature that bodies must have, if any
 */
record EventParts(
    Limits limits,
    Clock clock,
    Optional<Signature> signature,
    Inbox inbox,
    Budget budget,
    InboxWatch watch,
    SlowRequests slow,
    Refusals refusals,
    Metrics metrics) {}
