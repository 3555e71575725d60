FROM oraclelinux:9
ARG release=23
# The client and its tools.
RUN  dnf -y install oracle-instantclient-release-23ai-el9 && \
     dnf -y install oracle-instantclient-basic oracle-instantclient-sqlplus && \
     rm -rf /var/cache/dnf
CMD ["sqlplus", "-v"]
