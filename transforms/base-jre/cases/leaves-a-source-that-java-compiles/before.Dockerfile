FROM eclipse-temurin:21
COPY Main.java /
CMD ["java", "/Main.java"]
