FROM alpine
WORKDIR /work
RUN apk add --no-cache bind-tools netcat-openbsd curl vim
CMD ["sh"]
