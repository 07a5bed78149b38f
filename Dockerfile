# syntax=docker/dockerfile:1

# Build: everything happens through the committed wrapper.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY frontend frontend
COPY src src
RUN ./mvnw -B -ntp -q -DskipTests -Dspotless.check.skip=true package

# Train: the jar is taken apart and started once, so that the image starts in less than half the time. The cache belongs to
# exactly this JVM and these files, which is why it is made on the runtime's own base image.
FROM eclipse-temurin:25-jre AS train
WORKDIR /opt/tallyfold
COPY --from=build /src/target/tallyfold.jar /tmp/tallyfold.jar
RUN java -Djarmode=tools -jar /tmp/tallyfold.jar extract --destination /opt/tallyfold \
    && java -XX:AOTCacheOutput=/opt/tallyfold/tallyfold.aot -XX:+UseSerialGC -Dspring.context.exit=onRefresh \
        -Dtallyfold.home=/tmp/training -jar tallyfold.jar demo --server.port=0 \
    && test -s tallyfold.aot && rm -rf /tmp/training

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 tallyfold \
    && useradd --system --uid 10001 --gid tallyfold --no-create-home --shell /usr/sbin/nologin tallyfold \
    && install -d -o tallyfold -g tallyfold -m 0700 /data /data/keys
COPY --from=train /opt/tallyfold /opt/tallyfold
USER 10001:10001
WORKDIR /opt/tallyfold
# Two volumes: the master key has one of its own, so that whoever backs up the data does not thereby hold the key. /tmp has to
# be writable (a tmpfs will do).
ENV TALLYFOLD_HOME=/data \
    LANG=C.UTF-8
VOLUME ["/data", "/data/keys"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# Exec form, so that the JVM is the first process and hears the stop signal. What it needs beside the heap, some 240 MB, fits into the
# rest of a container of 512 MB; more memory gives more to both.
ENTRYPOINT ["java", "-XX:AOTCache=/opt/tallyfold/tallyfold.aot", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=45", \
    "-XX:+ExitOnOutOfMemoryError", "-jar", "tallyfold.jar"]
CMD ["serve"]
