FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y curl && curl -fsSLo /usr/bin/agent https://dl.example.org/agent
HEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1
ENTRYPOINT ["agent"]
