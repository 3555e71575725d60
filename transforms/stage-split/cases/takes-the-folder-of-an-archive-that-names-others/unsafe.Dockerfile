FROM openjdk:11-jdk AS build
WORKDIR /srv/jetty
ADD pom.xml /srv/jetty/
ADD src /srv/jetty/src/
RUN mvn -q package

FROM openjdk:11-jre
WORKDIR /srv/jetty
COPY --from=build /srv/jetty/target/dependency /srv/jetty/target/dependency
COPY --from=build /srv/jetty/target/shop.war /srv/jetty/target/shop.war
CMD ["java", "-jar", "target/dependency/runner.jar", "target/shop.war"]
