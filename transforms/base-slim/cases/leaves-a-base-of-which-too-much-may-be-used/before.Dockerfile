FROM ruby:3.3

WORKDIR /srv/catalogue
COPY . .
RUN ./bin/setup
RUN ./bin/fetch-maps
RUN ./bin/fetch-photos
RUN ./bin/convert-photos
RUN ./bin/draw-tiles
RUN ./bin/index-names
RUN ./bin/print-pages
RUN ./bin/check-links

CMD ["./bin/serve"]
