FROM ubuntu:22.04
RUN echo "deb http://example.com/tools jammy main" > /source
CMD ["sh"]
