FROM maven:3-jdk-8-onbuild-alpine
CMD ["java", "-jar", "/usr/src/app/target/shop.jar"]
