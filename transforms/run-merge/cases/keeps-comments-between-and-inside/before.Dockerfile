FROM debian:bookworm
# A heading of the whole part.

# First the folder.
RUN mkdir /srv/shop
# Then its owner.
#

# (as on the old host)
RUN useradd shop \
    # nobody else may read it
    && chmod 700 /srv/shop
	# Last its files.
RUN touch /srv/shop/orders
