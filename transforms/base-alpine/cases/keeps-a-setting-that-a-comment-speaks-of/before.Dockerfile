FROM debian:bookworm-slim
# Never ask
ENV DEBIAN_FRONTEND noninteractive
RUN mkdir /quiet
CMD ["sh"]
