FROM alpine:3.22

RUN mkdir -p /srv/site \
  && apk add --no-cache git less

CMD ["git", "--version"]
