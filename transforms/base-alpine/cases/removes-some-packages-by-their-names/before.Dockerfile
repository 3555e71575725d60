FROM debian:bookworm
RUN apt-get update && apt-get install -y curl unzip less \
    && curl -fsSLo /tmp/data.zip https://example.com/data.zip \
    && unzip /tmp/data.zip -d /data && rm /tmp/data.zip \
    && apt-get remove -y curl unzip && apt-get autoremove -y
CMD ["less", "/data/index"]
