FROM debian:bookworm
RUN mkdir /a
# dfslim ignore=run-merge a layer that changes rarely
RUN mkdir /b
RUN mkdir /c
RUN mkdir /d
