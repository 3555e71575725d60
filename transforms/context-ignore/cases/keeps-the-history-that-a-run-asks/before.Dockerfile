FROM node:22
WORKDIR /app
COPY . .
RUN git rev-parse HEAD > REVISION && npm ci
CMD ["node", "."]
