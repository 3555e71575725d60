FROM node:20-alpine
WORKDIR /srv
RUN apk add --no-cache build-base python3 libstdc++ \
 && npm install -g sqlite3 \
 && apk del build-base
CMD ["node", "/srv/main.js"]
