FROM debian:bookworm
RUN apt-get update && apt-get install -y \
    # for https
    apt-transport-https \
    curl
CMD ["curl"]
