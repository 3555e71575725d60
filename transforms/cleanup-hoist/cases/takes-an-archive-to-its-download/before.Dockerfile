FROM debian:bookworm
WORKDIR /opt
RUN wget -q https://example.com/tool.zip && unzip -q tool.zip
EXPOSE 80
RUN rm tool.zip
