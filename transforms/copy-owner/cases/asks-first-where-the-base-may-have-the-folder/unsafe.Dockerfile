FROM registry.example.org/platform/runtime:4
COPY --chown=1000:1000 . /app
RUN chown 1000:1000 /app
