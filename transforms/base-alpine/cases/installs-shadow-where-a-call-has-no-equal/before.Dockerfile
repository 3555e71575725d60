FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends tmux
RUN useradd -m -k /etc/skel -G tty,dialout term
CMD ["tmux"]
