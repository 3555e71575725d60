FROM debian:bookworm
COPY entry.sh /
ENTRYPOINT ["/entry.sh"]
