FROM ubuntu:jammy AS app
# Lists what a bucket holds
RUN apt-get update && apt-get install -y s3cmd && rm -rf /var/lib/apt/lists/*
USER nobody
ENTRYPOINT ["s3cmd", "ls"]
