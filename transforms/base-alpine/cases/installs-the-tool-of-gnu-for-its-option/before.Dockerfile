FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl
COPY entry.sh /entry.sh
RUN grep -oP 'v\K\d+' /etc/hostname || true
RUN date -d yesterday > /built
ENTRYPOINT ["sh", "/entry.sh"]
