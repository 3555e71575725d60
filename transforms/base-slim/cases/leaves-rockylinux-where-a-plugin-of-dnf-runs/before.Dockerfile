FROM rockylinux:9
RUN dnf config-manager --set-enabled crb && dnf install -y ffmpeg && dnf clean all
CMD ["ffmpeg"]
