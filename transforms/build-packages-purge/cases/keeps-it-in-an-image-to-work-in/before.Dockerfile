FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc make git && git clone https://git.example.org/x.git /x && make -C /x
CMD ["bash"]
