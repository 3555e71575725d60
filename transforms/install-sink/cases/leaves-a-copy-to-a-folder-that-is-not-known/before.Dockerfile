FROM debian:bookworm
ARG HOME_OF_APP
WORKDIR $HOME_OF_APP
RUN apt-get update && apt-get install -y gcc
COPY . .
RUN make
RUN apt-get purge -y gcc
