FROM debian:bookworm
RUN DEBIAN_FRONTEND=noninteractive apt-get -qq update && env LANG=C eatmydata apt-get -y -qq install curl
RUN aptitude update && aptitude install -y jq
