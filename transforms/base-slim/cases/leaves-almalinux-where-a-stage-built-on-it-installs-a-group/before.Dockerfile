FROM almalinux:9 AS base
RUN dnf -y install git && dnf clean all
FROM base
RUN dnf -y install @Development && dnf clean all
CMD ["git", "--version"]
