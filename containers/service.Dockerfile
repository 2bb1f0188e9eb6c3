# One service in a container. Build argument: the module.
#   docker build -f containers/service.Dockerfile --build-arg SERVICE=registration-service .
FROM maven:3.9-eclipse-temurin-17 AS build
ARG SERVICE
WORKDIR /ecard
COPY . .
RUN mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -pl ${SERVICE} -am package

FROM eclipse-temurin:17-jre
ARG SERVICE
RUN useradd --system --uid 10001 --home /app ecard \
    && install -d -m 700 -o ecard /var/lib/ecard/uploads
WORKDIR /app
COPY --from=build --chown=ecard /ecard/${SERVICE}/target/quarkus-app/ ./
USER 10001
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    QUARKUS_HTTP_PORT=8080 \
    ECARD_UPLOADS_DIRECTORY=/var/lib/ecard/uploads \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=12 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
