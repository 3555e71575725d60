FROM oraclelinux:9 AS base
ENV INSTALL_DIR=/opt/install
COPY setupLinuxEnv.sh $INSTALL_DIR/
RUN chmod ug+x $INSTALL_DIR/*.sh && \
    sync && \
    $INSTALL_DIR/setupLinuxEnv.sh
CMD ["bash"]
