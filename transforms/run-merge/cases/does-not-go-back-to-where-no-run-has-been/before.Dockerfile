FROM debian:bookworm
RUN touch one
WORKDIR /srv
RUN touch two && cd -
WORKDIR /opt
RUN ls "$OLDPWD"
WORKDIR /var
RUN cd /tmp && touch three && cd - && touch four
