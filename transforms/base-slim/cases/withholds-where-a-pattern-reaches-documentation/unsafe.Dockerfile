FROM debian:bookworm-slim
RUN cp -r /usr/share/do* /srv
CMD ["ls", "/srv"]
