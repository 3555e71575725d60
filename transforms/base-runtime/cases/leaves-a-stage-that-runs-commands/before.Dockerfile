FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn package

FROM maven:3.9-eclipse-temurin-17
WORKDIR /app
RUN mkdir logs
COPY --from=build /src/target/a.jar a.jar
CMD ["java", "-jar", "a.jar"]
