FROM debian:bookworm
ENV HOME_OF_APP=/srv/app
RUN touch /tmp/one
WORKDIR $HOME_OF_APP
RUN touch two
