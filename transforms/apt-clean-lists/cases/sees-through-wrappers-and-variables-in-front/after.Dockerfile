FROM debian:bookworm
RUN DEBIAN_FRONTEND=noninteractive apt-get -qq update && env LANG=C eatmydata apt-get -y -qq install curl \
    && rm -rf /var/lib/apt/lists/*
RUN aptitude update && aptitude install -y jq \
    && rm -rf /var/lib/apt/lists/*
