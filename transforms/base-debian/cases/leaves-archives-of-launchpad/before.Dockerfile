FROM ubuntu:22.04
RUN apt-get update && add-apt-repository -y ppa:tools/stable
CMD ["sh"]
