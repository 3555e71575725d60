FROM oraclelinux:9
RUN <<EOF
dnf -y install tar
EOF
CMD ["bash"]
