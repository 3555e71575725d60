FROM example/golang:1.7-onbuild
EXPOSE 80
