FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B package

FROM eclipse-temurin:17-jre
RUN useradd --system shop
WORKDIR /opt/shop
COPY --from=build /src/target/shop.jar .
USER shop
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "shop.jar"]
