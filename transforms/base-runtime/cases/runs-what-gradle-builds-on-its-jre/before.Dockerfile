FROM gradle:8-jdk17 AS build
COPY --chown=gradle . /home/gradle/app
WORKDIR /home/gradle/app
RUN gradle bootJar --no-daemon

# The same image, so that one is enough to pull.
FROM gradle:8-jdk17 AS run
WORKDIR /srv
COPY --from=build /home/gradle/app/build/libs/app.jar /srv/app.jar
ENV PORT=9000
USER 1001
ENTRYPOINT ["java", "-Xmx256m", "-jar", "/srv/app.jar"]
