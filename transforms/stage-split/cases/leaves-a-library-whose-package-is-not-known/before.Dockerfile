FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc libwayland-dev
COPY panel.c /src/
RUN gcc -o /usr/local/bin/panel /src/panel.c -lwayland-client
CMD ["panel"]
