FROM eclipse-temurin:21-jdk AS build
WORKDIR /harbour
COPY src src
COPY lib /opt/harbour/lib
ENV CLASSPATH=/harbour/classes:/opt/harbour/lib/*
RUN javac -d classes $(find src -name '*.java')

FROM eclipse-temurin:21-jre
WORKDIR /harbour
COPY lib /opt/harbour/lib
ENV CLASSPATH=/harbour/classes:/opt/harbour/lib/*
COPY --from=build /harbour/classes /harbour/classes
CMD ["java", "Harbour"]
