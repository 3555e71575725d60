FROM ubuntu:22.04
RUN apt-get update && apt-get install -y cmake g++ git
RUN git clone https://example.com/shade.git /src
WORKDIR /src
RUN mkdir build && cd build && cmake .. && make
ENTRYPOINT ["/src/build/bin/shade"]
