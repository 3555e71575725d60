FROM openjdk:8-jdk
RUN git clone --depth 1 https://example.com/rules.git /rules
COPY app.jar /
CMD ["java", "-jar", "/app.jar"]
