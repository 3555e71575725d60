FROM debian:bookworm
SHELL ["/bin/bash", "-lc"]
RUN echo 'export PATH=/opt/bin:$PATH' >> /root/.bash_profile
RUN tool --version
