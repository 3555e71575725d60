FROM node:20
RUN npm install -g serve
CMD ["npx", "serve", "-s", "build"]
