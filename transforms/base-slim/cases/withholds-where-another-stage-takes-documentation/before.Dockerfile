FROM debian:bookworm AS base
RUN touch /srv/x
FROM scratch AS docs
COPY --from=base /usr/share/doc /doc
FROM base
CMD ["ls"]
