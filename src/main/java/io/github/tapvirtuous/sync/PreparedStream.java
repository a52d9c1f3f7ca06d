package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.fetch.PageSequence;
import io.github.tapvirtuous.sync.state.StreamBookmark;

/**
 * A stream whose first page is on its way.
 *
 * @param bookmark where it begins
 */
record PreparedStream(
    SelectedStream stream, PageSequence pages, StreamReport report, StreamBookmark bookmark) {}
