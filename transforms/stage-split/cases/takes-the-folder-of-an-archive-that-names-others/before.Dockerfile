FROM openjdk:11-jdk
WORKDIR /srv/jetty
ADD pom.xml /srv/jetty/
ADD src /srv/jetty/src/
RUN mvn -q package
CMD ["java", "-jar", "target/dependency/runner.jar", "target/shop.war"]
