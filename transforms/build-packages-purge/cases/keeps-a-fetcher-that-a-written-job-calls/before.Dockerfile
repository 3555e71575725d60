FROM debian:bookworm
RUN apt-get update && apt-get install -y cron curl && curl -fsSLo /usr/bin/agent https://dl.example.org/agent && echo "@daily root curl -s https://dl.example.org/ping" > /etc/cron.d/ping
CMD ["cron", "-f"]
