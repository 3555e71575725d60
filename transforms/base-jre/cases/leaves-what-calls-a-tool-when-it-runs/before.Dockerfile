FROM eclipse-temurin:17-jdk
COPY app.jar /
ENTRYPOINT ["java", "-jar", "/app.jar"]
HEALTHCHECK CMD jstack 1 > /dev/null
