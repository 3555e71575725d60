FROM fedora:41
USER builder
RUN sudo dnf install -y gcc make
RUN sudo dnf -y upgrade; sudo dnf clean all
