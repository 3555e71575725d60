FROM node:22-bookworm-slim
COPY . /srv
CMD ["node", "--version"]
