FROM debian:bookworm-slim
COPY --chown=1001:0 src /bot
