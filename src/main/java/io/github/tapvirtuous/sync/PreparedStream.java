package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.read.Batches;

/** A stream whose first rows are on their way. */
record PreparedStream(SelectedStream stream, Batches batches, StreamReport report) {}
