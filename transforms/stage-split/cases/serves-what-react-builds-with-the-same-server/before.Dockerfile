# Shop window
FROM node:20
ARG API=/api
ENV REACT_APP_API=$API
WORKDIR /usr/src/app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

# Any free port will do.
RUN npm install -g serve@14
ENV PORT=3000
EXPOSE 3000
CMD ["serve", "-s", "build", "-l", "3000"]
