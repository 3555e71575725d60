FROM maven:3.9-eclipse-temurin-21 as maven
ARG VERSION=2.0
WORKDIR /app
COPY pom.xml .
RUN mvn -B dependency:go-offline
COPY src src
RUN mvn -B package
LABEL version=$VERSION
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "target/orders.jar"]
