FROM node:22-bookworm-slim
WORKDIR /app
COPY lib*.js ./
CMD ["node", "--version"]
