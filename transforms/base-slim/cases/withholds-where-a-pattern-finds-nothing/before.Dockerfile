FROM node:22-bookworm
WORKDIR /app
COPY lib*.js ./
CMD ["node", "--version"]
