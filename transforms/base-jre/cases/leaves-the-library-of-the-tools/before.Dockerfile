FROM openjdk:8-jdk
ENV CLASSPATH=/usr/local/openjdk-8/lib/tools.jar
COPY app.jar /
CMD ["java", "-jar", "/app.jar"]
