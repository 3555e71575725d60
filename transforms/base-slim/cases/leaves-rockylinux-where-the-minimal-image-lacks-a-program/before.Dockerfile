FROM rockylinux:9
RUN useradd -m app
CMD ["bash"]
