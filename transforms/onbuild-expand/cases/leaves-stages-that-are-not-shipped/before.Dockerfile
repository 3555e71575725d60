FROM node:6-onbuild AS build
FROM nginx:1.27
COPY --from=build /usr/src/app/dist /usr/share/nginx/html
