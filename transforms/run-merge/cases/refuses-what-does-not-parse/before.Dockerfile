FROM debian:bookworm
RUN mkdir /srv/data
RUN if [ -d /srv/data ]; then ls /srv/data
RUN ls /srv
