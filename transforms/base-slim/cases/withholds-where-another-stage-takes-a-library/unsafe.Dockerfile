FROM python:3.12-slim-bookworm AS base
RUN pip install --no-cache-dir requests

FROM scratch AS libraries
COPY --from=base /usr/lib/x86_64-linux-gnu/libpq.so.5 /

FROM base
COPY --from=libraries / /opt/lib/
CMD ["python", "--version"]
