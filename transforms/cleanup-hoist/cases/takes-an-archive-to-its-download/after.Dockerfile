FROM debian:bookworm
WORKDIR /opt
RUN wget -q https://example.com/tool.zip && unzip -q tool.zip \
    && rm tool.zip
EXPOSE 80
