FROM eclipse-temurin:17-jdk
COPY app.jar start.sh /
ENTRYPOINT ["/start.sh"]
