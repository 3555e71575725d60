FROM debian:bookworm
RUN echo ü | iconv -t ascii//TRANSLIT > /name
CMD ["sh"]
