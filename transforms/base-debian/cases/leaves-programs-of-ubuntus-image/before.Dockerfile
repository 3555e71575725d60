FROM ubuntu:22.04
HEALTHCHECK CMD ps aux | grep -q relay
CMD ["sh"]
