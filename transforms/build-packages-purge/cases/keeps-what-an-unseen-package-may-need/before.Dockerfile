FROM debian:bookworm
RUN apt-get update && apt-get install -y curl && curl -fsSLo /tmp/a.deb https://dl.example.org/a.deb && dpkg -i /tmp/a.deb
ENTRYPOINT ["agent"]
