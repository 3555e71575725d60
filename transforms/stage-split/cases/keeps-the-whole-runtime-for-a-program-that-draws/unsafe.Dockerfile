FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y default-jdk && rm -rf /var/lib/apt/lists/*
COPY Chart.java /opt/chart/
RUN cd /opt/chart && javac Chart.java

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y default-jre && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/chart /opt/chart
CMD ["java", "-cp", "/opt/chart", "Chart"]
