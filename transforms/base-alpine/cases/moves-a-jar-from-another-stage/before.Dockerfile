FROM maven:3.9-eclipse-temurin-17 AS build
COPY . /src
RUN mvn -f /src package

FROM eclipse-temurin:17
COPY --from=build /src/target/shop.jar /shop.jar
USER nobody
ENTRYPOINT ["java", "-jar", "/shop.jar"]
