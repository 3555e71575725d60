FROM debian:bookworm
RUN apt-get update && apt-get install --no-install-recommends -y python3-pip build-essential python3-dev && rm -rf /var/lib/apt/lists/*
CMD ["python3", "-m", "http.server"]
