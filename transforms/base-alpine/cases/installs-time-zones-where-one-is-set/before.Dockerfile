FROM debian:bookworm-slim
ENV TZ=Europe/Berlin
RUN apt-get update && apt-get install -y --no-install-recommends curl
CMD ["date"]
