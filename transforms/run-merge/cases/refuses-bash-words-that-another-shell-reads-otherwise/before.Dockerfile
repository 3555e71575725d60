FROM debian:bookworm
RUN [[ -d /srv ]] && touch /srv/here
RUN make >& /tmp/log
RUN ls
