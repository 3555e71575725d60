FROM alpine:3.22
ENV DEBIAN_FRONTEND=noninteractive
RUN test -n "$DEBIAN_FRONTEND" && mkdir /quiet
CMD ["sh"]
