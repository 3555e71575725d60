FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn package

FROM gcr.io/distroless/java17-debian13
WORKDIR /app
COPY --from=build /src/target/orders.jar orders.jar
ENTRYPOINT ["java", "-Xmx256m", "-jar", "orders.jar"]
