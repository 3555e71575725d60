FROM debian:bookworm
RUN mkdir /opt/src
WORKDIR /opt/src
RUN touch main.c
WORKDIR lib/core
RUN touch core.c
WORKDIR /opt/src
RUN ls -R
CMD ["ls"]
