FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
COPY . /opt/app
RUN make -C /opt/app
COPY conf /opt/conf
RUN apt-get purge -y gcc
