FROM golang:1.22 AS build
WORKDIR /src
COPY tools .
RUN go build -o /out/rates .

FROM node:16 AS builder
WORKDIR /app
COPY --from=build /out/rates ./bin/rates
COPY . .
RUN npm install --no-audit && npm run build
RUN npm prune --production

FROM node:16-slim
WORKDIR /app
COPY --from=builder /app /app
CMD ["npm", "start"]
