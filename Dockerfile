FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
RUN mvn -B -ntp -q -DskipTests package

# The archive fits only the very Java that made it, so it is made with the one that will run it.
FROM eclipse-temurin:17-jre AS tap
WORKDIR /opt/tap-virtuous
COPY bin/tap-virtuous bin/tap-virtuous
COPY --from=build /build/target/tap-virtuous.jar lib/tap-virtuous.jar
COPY --from=build /build/target/test-classes /build/classes
COPY src/test/sh /build/sh
RUN sh /build/sh/archive.sh /opt/tap-virtuous /build/classes

FROM eclipse-temurin:17-jre
COPY --from=tap /opt/tap-virtuous /opt/tap-virtuous
USER 10001:10001
ENV AIRBYTE_ENTRYPOINT=/opt/tap-virtuous/bin/tap-virtuous
ENTRYPOINT ["/opt/tap-virtuous/bin/tap-virtuous"]
