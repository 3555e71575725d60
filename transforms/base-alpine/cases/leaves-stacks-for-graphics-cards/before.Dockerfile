FROM debian:bookworm
ENV CUDA_HOME=/usr/local/cuda
CMD ["sh"]
