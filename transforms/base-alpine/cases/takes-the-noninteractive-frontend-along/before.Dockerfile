FROM debian:bookworm
ARG DEBIAN_FRONTEND=noninteractive
ENV LANG=C.UTF-8
RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get -yq install tree
CMD ["tree", "/data"]
