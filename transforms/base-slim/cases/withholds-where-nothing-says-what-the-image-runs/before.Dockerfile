FROM node:22-bookworm
# What our services are built on.
RUN mkdir -p /srv/app
WORKDIR /srv/app
