FROM debian:bookworm-slim
COPY src /bot
RUN chown -R 1001 /bot
