FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn package

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /src/target/orders.jar orders.jar
CMD ["java", "-Xmx256m", "-jar", "orders.jar"]
