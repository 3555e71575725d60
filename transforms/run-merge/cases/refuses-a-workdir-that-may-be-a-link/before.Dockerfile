FROM debian:bookworm
RUN mkdir -p /data/app && ln -s /data/app /app
WORKDIR /app
RUN cd .. && pwd
