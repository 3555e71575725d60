FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y gcc libc6-dev && gcc --version && apt-get purge -y gcc
CMD ["sh"]
