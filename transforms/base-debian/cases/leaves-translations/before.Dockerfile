FROM ubuntu:22.04
ENV LANG=de_DE.UTF-8
CMD ["sh"]
