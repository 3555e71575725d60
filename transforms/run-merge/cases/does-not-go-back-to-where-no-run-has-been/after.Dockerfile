FROM debian:bookworm
RUN touch one
WORKDIR /srv
RUN touch two && cd -
WORKDIR /opt
RUN ls "$OLDPWD" \
    && mkdir -p /var \
    && cd /var \
    && cd /tmp && touch three && cd - && touch four
WORKDIR /var
