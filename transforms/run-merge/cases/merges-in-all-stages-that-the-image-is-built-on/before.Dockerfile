FROM debian:bookworm AS base
RUN mkdir /a
RUN mkdir /b

FROM debian:bookworm AS aside
RUN mkdir /c
RUN mkdir /d

FROM base
RUN mkdir /e
RUN mkdir /f
COPY --from=aside /c /c
