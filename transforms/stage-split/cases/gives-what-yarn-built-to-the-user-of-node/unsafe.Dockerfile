FROM node:18-alpine AS build
RUN apk add --no-cache python3 make g++ tini
WORKDIR /srv/login
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile && yarn cache clean
COPY . .
RUN yarn build
RUN yarn install --production --ignore-scripts --prefer-offline

FROM node:18-alpine
RUN apk add --no-cache tini
WORKDIR /srv/login
COPY --from=build --chown=node:node /srv/login /srv/login
RUN chown node:node /srv/login
USER node
EXPOSE 8080
HEALTHCHECK CMD wget -q -O /dev/null http://localhost:8080/
ENTRYPOINT ["/sbin/tini", "--"]
CMD ["yarn", "start"]
