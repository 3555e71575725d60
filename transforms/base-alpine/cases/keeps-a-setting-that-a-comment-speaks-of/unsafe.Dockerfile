FROM alpine:3.22
# Never ask
ENV DEBIAN_FRONTEND noninteractive
RUN mkdir /quiet
CMD ["sh"]
