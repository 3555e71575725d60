FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN mvn package

FROM eclipse-temurin:21-jre-jammy
WORKDIR /app
COPY --from=build /src/target/orders.jar orders.jar
EXPOSE 8080
CMD ["java", "-jar", "orders.jar", "--server.port=8080"]
