FROM node:6-onbuild
EXPOSE 3000
