FROM eclipse-temurin:21-jdk
WORKDIR /harbour
COPY src src
COPY lib /opt/harbour/lib
ENV CLASSPATH=/harbour/classes:/opt/harbour/lib/*
RUN javac -d classes $(find src -name '*.java')
CMD ["java", "Harbour"]
