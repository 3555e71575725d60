FROM node:22-bookworm AS build
RUN npm --version

FROM nginx:1.27
COPY --from=build /usr/local/bin/node /usr/local/bin/
