package io.github.tapvirtuous.facts;

import java.time.Duration;

/**
 * What one large page of a table's first rows showed.
 *
 * @param keyed whether each row has its key
 * @param ordered whether rows came in the ascending order of their keys
 * @param served whether as many rows came as were asked for, or all that there are
 * @param counted whether the reply said how many rows there are
 * @param dated whether each row has a modified date
 * @param full whether so many rows came that the time is that of a large page
 * @param took from the request until the whole reply was there
 */
public record PageFacts(
    Fact keyed, Fact ordered, Fact served, Fact counted, Fact dated, boolean full, Duration took) {}
