FROM debian:bookworm
# A heading of the whole part.

# First the folder.
RUN mkdir /srv/shop \
    # Then its owner.
    #
    # (as on the old host)
    && useradd shop \
    # nobody else may read it
    && chmod 700 /srv/shop \
    # Last its files.
    && touch /srv/shop/orders
