FROM debian:bookworm-slim
RUN useradd --system bot
COPY --chown=bot:root src /bot
