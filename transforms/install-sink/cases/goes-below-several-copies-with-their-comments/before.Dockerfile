FROM debian:bookworm
ARG VERSION

RUN apt-get update && apt-get install -y \
    # for the bindings
    python3-dev \
    gcc

# The sources,
COPY setup.py /src/app/
COPY --from=docs /out /src/app/docs
# and a change in them builds again.
EXPOSE 8080
RUN pip install /src/app
# Nobody compiles any more.
RUN apt-get remove -y gcc python3-dev
