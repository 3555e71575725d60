# escape=`
FROM node:6-onbuild
EXPOSE 80
