FROM ubuntu:22.04
RUN apt-get update && apt-get install -y curl
RUN pip3 install requests
CMD ["curl"]
