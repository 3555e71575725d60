FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN mvn package

FROM gcr.io/distroless/java21-debian13
WORKDIR /app
COPY --from=build /src/target/orders.jar orders.jar
EXPOSE 8080
CMD ["orders.jar", "--server.port=8080"]
