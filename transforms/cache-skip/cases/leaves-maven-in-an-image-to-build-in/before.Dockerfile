FROM maven:3.9-eclipse-temurin-21
COPY pom.xml .
RUN mvn -B verify
CMD ["bash"]
