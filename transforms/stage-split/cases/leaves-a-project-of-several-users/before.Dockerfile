FROM node:20
WORKDIR /app
COPY --chown=root:node package*.json ./
COPY --chown=daemon . .
RUN npm ci
RUN npm run build
CMD ["npm", "start"]
