FROM maven:3.9-eclipse-temurin-21 AS build

WORKDIR /build

# Dependencies first: they change less often than the code
COPY pom.xml .
RUN mvn -B dependency:go-offline

COPY src/ src/
RUN mvn -B package

FROM eclipse-temurin:21-jre-alpine
WORKDIR /build
COPY --from=build /build/target/orders.jar /build/target/orders.jar

ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "target/orders.jar"]
