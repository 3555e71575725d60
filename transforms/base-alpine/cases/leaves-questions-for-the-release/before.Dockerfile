FROM debian:bookworm
RUN . /etc/os-release && echo "$PRETTY_NAME" > /built-on
CMD ["sh"]
