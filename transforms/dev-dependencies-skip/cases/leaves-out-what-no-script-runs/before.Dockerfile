FROM node:20-alpine
WORKDIR /srv
COPY package*.json ./
RUN npm install --no-audit && npm cache clean --force
COPY src src
RUN chown -R node /srv
CMD ["npm", "start"]
