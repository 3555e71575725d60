FROM ubuntu:22.04
RUN apt-get update && apt-get install -y our-own-tool
CMD ["our-own-tool"]
