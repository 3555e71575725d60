FROM node:20-bookworm
ENV HOME=/app
RUN npm install -g pnpm
COPY . /app
RUN chown -R node:node /app
