package io.github.tapvirtuous.webhook.receiver;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where a receiver is found.
 *
 * @param events the address to which events are sent; port 0 for any
 * @param health another one for programs that look after it, if it shall not be the same
 * @param path of events
 */
public record Place(InetSocketAddress events, Optional<InetSocketAddress> health, String path) {}
