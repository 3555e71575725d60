FROM node:20-bookworm
ENV APP_DIR=/app
RUN npm install --prefix $APP_DIR express
COPY . /app
RUN chown -R node:node /app
