FROM alpine:3.22
RUN apk add --no-cache tmux shadow
RUN useradd -m -k /etc/skel -G tty,dialout term
CMD ["tmux"]
