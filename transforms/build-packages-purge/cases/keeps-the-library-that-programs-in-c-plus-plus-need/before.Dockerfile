FROM node:20-alpine
WORKDIR /srv
RUN apk add --no-cache build-base python3 \
 && npm install -g sqlite3
CMD ["node", "/srv/main.js"]
