FROM node:20
WORKDIR /opt
COPY . .
RUN npm ci
RUN npm run build
CMD ["npm", "start"]
