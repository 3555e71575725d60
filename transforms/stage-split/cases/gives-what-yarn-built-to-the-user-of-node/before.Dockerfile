FROM node:18-alpine
RUN apk add --no-cache python3 make g++ tini
WORKDIR /srv/login
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile && yarn cache clean
COPY . .
RUN yarn build
RUN chown -R node:node /srv/login
USER node
EXPOSE 8080
HEALTHCHECK CMD wget -q -O /dev/null http://localhost:8080/
ENTRYPOINT ["/sbin/tini", "--"]
CMD ["yarn", "start"]
