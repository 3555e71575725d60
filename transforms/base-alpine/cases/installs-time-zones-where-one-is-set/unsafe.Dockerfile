FROM alpine:3.22
RUN apk add --no-cache tzdata
ENV TZ=Europe/Berlin
RUN apk add --no-cache curl
CMD ["date"]
