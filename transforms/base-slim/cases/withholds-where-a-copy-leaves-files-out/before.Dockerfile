# syntax=docker/dockerfile:1-labs
FROM node:22-bookworm
COPY --exclude=*.sh . /srv
CMD ["node", "--version"]
