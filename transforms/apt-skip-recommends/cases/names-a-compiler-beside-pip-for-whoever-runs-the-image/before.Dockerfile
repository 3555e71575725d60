FROM debian:bookworm
RUN apt-get update && apt-get install -y python3-pip && rm -rf /var/lib/apt/lists/*
CMD ["python3", "-m", "http.server"]
