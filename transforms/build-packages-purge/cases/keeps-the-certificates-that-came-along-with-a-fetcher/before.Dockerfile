FROM debian:bookworm
RUN apt-get update && apt-get install -y curl && curl -fsSLo /usr/bin/agent https://dl.example.org/agent && chmod 755 /usr/bin/agent
ENTRYPOINT ["agent"]
