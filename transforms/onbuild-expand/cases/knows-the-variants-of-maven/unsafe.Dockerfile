FROM maven:3-jdk-8-alpine
WORKDIR /usr/src/app
ADD . /usr/src/app
RUN mvn install
CMD ["java", "-jar", "/usr/src/app/target/shop.jar"]
