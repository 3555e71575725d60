FROM eclipse-temurin:17-jdk
RUN useradd --create-home build
