FROM node:22-bookworm-slim
# What our services are built on.
RUN mkdir -p /srv/app
WORKDIR /srv/app
