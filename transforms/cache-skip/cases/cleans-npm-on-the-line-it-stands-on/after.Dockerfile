FROM node:20-slim
RUN cd /srv && npm ci && npm cache clean --force && npm run build
CMD ["node", "/srv/dist"]
