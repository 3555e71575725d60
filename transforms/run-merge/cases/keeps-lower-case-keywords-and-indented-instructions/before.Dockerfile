from debian:bookworm
  run mkdir /a
  run mkdir /b
  workdir /c
  run touch d
