FROM opensuse/leap:15.6
RUN zypper --non-interactive refresh             && \
    zypper --non-interactive install git go      && \
    zypper clean --all && \
    useradd app
