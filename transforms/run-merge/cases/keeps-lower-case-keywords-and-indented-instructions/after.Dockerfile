from debian:bookworm
  run mkdir /a \
      && mkdir /b \
      && mkdir -p /c \
      && cd /c \
      && touch d
  workdir /c
