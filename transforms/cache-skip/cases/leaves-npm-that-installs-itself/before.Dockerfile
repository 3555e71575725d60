FROM node:8
# The newest npm does not run on node 8: cleaning with it would end the build.
RUN npm install -g npm@latest
COPY server.js .
CMD ["node", "server.js"]
