FROM node:22
ARG NPM_SETTINGS
RUN curl -fsSLo /root/.npmrc "$NPM_SETTINGS"
WORKDIR /app
RUN npm ci
RUN rm /root/.npmrc
