FROM oraclelinux:9-slim
ARG release=23
# The client and its tools.
RUN  microdnf -y install oracle-instantclient-release-23ai-el9 && \
     microdnf -y install oracle-instantclient-basic oracle-instantclient-sqlplus && \
     rm -rf /var/cache/yum
CMD ["sqlplus", "-v"]
