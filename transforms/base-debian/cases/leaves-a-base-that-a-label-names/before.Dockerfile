FROM ubuntu:jammy

LABEL base.image="ubuntu:jammy" \
      software="treemaker"

RUN apt-get update && apt-get install -y --no-install-recommends procps \
    && rm -rf /var/lib/apt/lists/*

CMD ["ps"]
