FROM node:22-bookworm
COPY . /srv
CMD ["node", "--version"]
