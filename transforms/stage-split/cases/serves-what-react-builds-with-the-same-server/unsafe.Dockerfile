# Shop window
FROM node:20 AS build
ARG API=/api
ENV REACT_APP_API=$API
WORKDIR /usr/src/app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
ARG API=/api
ENV REACT_APP_API=$API
WORKDIR /usr/src/app
COPY --from=build /usr/src/app/build /usr/src/app/build

# Any free port will do.
RUN npm install -g serve@14
ENV PORT=3000
EXPOSE 3000
CMD ["serve", "-s", "build", "-l", "3000"]
