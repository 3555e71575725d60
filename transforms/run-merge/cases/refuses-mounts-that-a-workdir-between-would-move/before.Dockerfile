# syntax=docker/dockerfile:1
FROM node:22
WORKDIR /one
RUN --mount=type=cache,target=node_modules npm ci
WORKDIR /two
RUN --mount=type=cache,target=node_modules npm ci
