FROM debian:bookworm-slim
RUN useradd --system bot
COPY src /bot
RUN chown -R bot /bot
