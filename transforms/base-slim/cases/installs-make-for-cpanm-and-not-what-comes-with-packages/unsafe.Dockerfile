FROM perl:5.38-slim-bookworm
RUN apt-get update && apt-get install -y git-core openssh-server make && rm -rf /var/lib/apt/lists/*
RUN cpanm Mojolicious
RUN git clone https://example.com/app.git /app && ssh-keygen -A
CMD ["hypnotoad", "-f", "/app/script/app"]
