FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
WORKDIR /app
COPY . .
RUN make install
RUN apt-get purge -y gcc
