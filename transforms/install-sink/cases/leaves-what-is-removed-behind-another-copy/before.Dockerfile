FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
COPY . /src/app
RUN make -C /src/app
COPY conf /src/conf
RUN apt-get purge -y gcc
