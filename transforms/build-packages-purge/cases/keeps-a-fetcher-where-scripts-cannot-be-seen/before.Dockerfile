FROM debian:bookworm-slim
COPY start.sh /start.sh
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git \
    && git clone https://git.example.org/site.git /site
CMD ["/start.sh"]
