FROM debian:12
RUN apt-get update && \
    # for the history
    apt-get install -y git
