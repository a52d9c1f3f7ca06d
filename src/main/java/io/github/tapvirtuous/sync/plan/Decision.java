package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.sync.read.ReadPlan;

/**
 * How a stream is read.
 *
 * @param how in words, for the report: {@code "read whole (no whole read before)"}
 */
public record Decision(ReadPlan plan, String how) {}
