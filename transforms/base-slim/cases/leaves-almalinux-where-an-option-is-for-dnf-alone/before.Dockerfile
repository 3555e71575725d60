FROM almalinux:9
RUN dnf install -y --allowerasing curl && dnf clean all
CMD ["curl", "--version"]
