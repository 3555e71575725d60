FROM fedora:41
USER builder
RUN sudo dnf install -y gcc make \
    && sudo dnf clean all
RUN sudo dnf -y upgrade; sudo dnf clean all
