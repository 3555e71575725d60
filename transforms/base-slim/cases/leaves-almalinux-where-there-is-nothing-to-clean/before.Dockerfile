FROM almalinux:9
RUN dnf clean all && dnf -y update
CMD ["bash"]
