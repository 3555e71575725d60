FROM alpine:3.20
RUN apk add -U a
RUN apk add --update b
RUN apk add --update-cache c
RUN apk -U add d
RUN apk --update add e
RUN apk add f --update
RUN apk --update --no-cache add g
RUN apk add -U --no-cache h
