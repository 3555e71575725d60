FROM node:20
RUN npm config set cache /tmp/npm && npm ci && rm -rf /tmp/npm
