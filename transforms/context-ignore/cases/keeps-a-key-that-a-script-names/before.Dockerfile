FROM debian:12-slim
COPY . /opt/sync
CMD ["/opt/sync/run.sh"]
