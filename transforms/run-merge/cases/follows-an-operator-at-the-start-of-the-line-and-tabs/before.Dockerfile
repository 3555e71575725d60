FROM debian:bookworm
RUN mkdir /a \
	&& chmod 700 /a
RUN mkdir /b
