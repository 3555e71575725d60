FROM debian:bookworm
RUN /opt/app/start-server.sh && /opt/app/seed
RUN /opt/app/start-server.sh && /opt/app/index
