FROM eclipse-temurin:17-jdk AS base
CMD ["java", "-jar", "/app.jar"]

FROM base
RUN gradle jar
