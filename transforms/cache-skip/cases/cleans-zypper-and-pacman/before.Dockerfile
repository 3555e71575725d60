FROM opensuse/leap:15.6
RUN zypper --non-interactive install git
FROM archlinux
RUN pacman -Syu --noconfirm git \
    && useradd app
RUN yes | pacman -Sqcc
