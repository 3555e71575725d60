FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN mvn --batch-mode package

FROM eclipse-temurin:21-jre
WORKDIR /app
COPY --from=build /src/target/tides.jar tides.jar
EXPOSE 8080
CMD ["java", "-jar", "tides.jar"]
