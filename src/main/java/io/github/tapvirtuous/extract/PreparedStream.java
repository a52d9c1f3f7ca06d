package io.github.tapvirtuous.extract;

import io.github.tapvirtuous.discover.SelectedStream;
import io.github.tapvirtuous.fetch.PageSequence;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.state.StreamBookmark;

/**
 * A stream whose first page is on its way.
 *
 * @param bookmark where it begins
 */
record PreparedStream(
    SelectedStream stream, PageSequence pages, StreamReport report, StreamBookmark bookmark) {}
