FROM ubuntu:24.04
RUN apt-get update && apt-get install -y software-properties-common && add-apt-repository ppa:tools/stable
CMD ["sh"]
