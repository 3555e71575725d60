FROM debian:bookworm
RUN cp -r /usr/share/do* /srv
CMD ["ls", "/srv"]
