FROM alpine:3.20
RUN apk add --no-cache a
RUN apk add --no-cache b
RUN apk add --no-cache c
RUN apk --no-cache add d
RUN apk --no-cache add e
RUN apk add f --no-cache
RUN apk --no-cache add g
RUN apk add --no-cache h
