FROM alpine:3.22
ENV LANG=C.UTF-8
RUN apk add --no-cache tree
CMD ["tree", "/data"]
