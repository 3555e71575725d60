FROM alpine:3.20
LABEL usage="apk update && apk add curl"
RUN echo "apk add curl" > /etc/hint
CMD ["sh", "-c", "echo apk update"]
