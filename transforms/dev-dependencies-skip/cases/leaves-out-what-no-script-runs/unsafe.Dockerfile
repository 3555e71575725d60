FROM node:20-alpine
WORKDIR /srv
COPY package*.json ./
RUN npm install --omit=dev --no-audit && npm cache clean --force
COPY src src
RUN chown -R node /srv
CMD ["npm", "start"]
