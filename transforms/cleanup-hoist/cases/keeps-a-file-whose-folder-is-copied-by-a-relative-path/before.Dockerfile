FROM debian:bookworm
WORKDIR /app
RUN mkdir data && curl -fsSLo data/seed.csv https://example.com/seed.csv
RUN cp -r data /var/backup
RUN rm data/seed.csv
